package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a file of a corpus is, from its first bytes and its name.
 *
 * @param content what is in it
 * @param compression how that is packed
 * @param name the file's own name in lower case, without the extension of the packing
 */
record FileFormat(Content content, Compression compression, String name) {
  /** What is in a file, once unpacked. */
  enum Content {
    /** A JSON object a line. */
    JSON_LINES,
    /** A list of JSON objects, or objects, or lines: what its first bytes say. */
    JSON,
    /** Columns. */
    PARQUET,
    /** One document. */
    DOCUMENT
  }

  /** As far as the magic of a tar archive, the last of all. */
  private static final int HEAD = 512;

  /** Looks at a file. */
  static FileFormat of(Path file) throws IOException {
    return of(new Source.OfFile(file), String.valueOf(file.getFileName()));
  }

  /** Looks at what is under a name. */
  static FileFormat of(Source source, String fileName) throws IOException {
    String lower = fileName.toLowerCase(Locale.ROOT);
    byte[] head = source.head(HEAD);
    Compression byName = Compression.ofName(lower);
    Compression byHead = Compression.of(head);
    // a packed file that is cut off in its first bytes is still known by its name
    Compression compression = byHead == Compression.NONE && head.length > 0 ? byName : byHead;
    byte[] inside = compression == Compression.NONE ? head : inside(compression, source);
    String name = byName.inner(lower);
    return new FileFormat(content(inside, name, compression), compression, name);
  }

  /** The first unpacked bytes, or what there is of them before damage. */
  private static byte[] inside(Compression compression, Source source) {
    byte[] bytes = new byte[HEAD];
    int length = 0;
    try (InputStream in = compression.open(source)) {
      for (int n = in.read(bytes, 0, HEAD); n > 0; n = in.read(bytes, length, HEAD - length)) {
        length += n;
      }
    } catch (IOException e) {
      // whoever reads on says what is wrong
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Whether a file can be cut at bytes. */
  boolean isPlainLines() {
    return content == Content.JSON_LINES && compression == Compression.NONE;
  }

  /** As people are told it: {@code JSON lines, packed with gzip}. */
  String people() {
    String what =
        switch (content) {
          case JSON_LINES -> "JSON lines";
          case JSON -> "JSON";
          case PARQUET -> "Parquet";
          case DOCUMENT -> "one document";
        };
    return compression == Compression.NONE
        ? what
        : what + ", packed with " + compression.name().toLowerCase(Locale.ROOT);
  }

  private static Content content(byte[] head, String name, Compression compression) {
    if (compression == Compression.NONE && isParquet(head, name)) {
      return Content.PARQUET;
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Content.JSON_LINES;
    }
    return name.endsWith(".json") ? Content.JSON : Content.DOCUMENT;
  }

  private static boolean isParquet(byte[] head, String name) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("PAR1")
        || (name.endsWith(".parquet") && head.length > 0);
  }
}
