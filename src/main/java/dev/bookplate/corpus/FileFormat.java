package dev.bookplate.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final int HEAD = 8;

  /** Looks at a file. */
  static FileFormat of(Path file) throws IOException {
    return of(String.valueOf(file.getFileName()), head(file));
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

  private static FileFormat of(String fileName, byte[] head) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    Compression byName = Compression.ofName(lower);
    Compression byHead = Compression.of(head);
    // a packed file that is cut off in its first bytes is still known by its name
    Compression compression = byHead == Compression.NONE && head.length > 0 ? byName : byHead;
    String name = byName.inner(lower);
    if (compression == Compression.NONE && isParquet(head, name)) {
      return new FileFormat(Content.PARQUET, compression, name);
    }
    return new FileFormat(content(name), compression, name);
  }

  private static boolean isParquet(byte[] head, String name) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("PAR1")
        || (name.endsWith(".parquet") && head.length > 0);
  }

  private static Content content(String name) {
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Content.JSON_LINES;
    }
    return name.endsWith(".json") ? Content.JSON : Content.DOCUMENT;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }
}
