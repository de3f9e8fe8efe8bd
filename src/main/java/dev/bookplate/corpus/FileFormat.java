package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    /** Columns, in batches. */
    ARROW,
    /** Members, each packed by whoever packed it. */
    TAR,
    /** Members, or the parts of one book or office file. */
    ZIP,
    /** Members. */
    SEVEN_ZIP,
    /** Rows with a header, if it names a field that may hold text; else one document. */
    TABLE,
    /** Records of what a crawler was sent, or what was made of that. */
    WARC,
    /** What there was before WARC. */
    ARC,
    /** Tables in one file. */
    SQLITE,
    /** Token ids, or the index of a file of them; a .bin may be anything else, too. */
    TOKENS,
    /** One document. */
    DOCUMENT
  }

  /** As far as the magic of a tar archive, the last of all. */
  private static final int HEAD = 512;

  private static final int TAR_MAGIC = 257;
  private static final int MAX_ARROW_SCHEMA = 1 << 20;

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

  /** The short name of its content among the levels of what is packed: {@code tar}. */
  String label() {
    return switch (content) {
      case JSON_LINES -> "JSON lines";
      case JSON -> "JSON";
      case PARQUET -> "Parquet";
      case ARROW -> "Arrow";
      case TAR -> "tar";
      case ZIP -> "zip";
      case SEVEN_ZIP -> "7z";
      case TABLE -> "table";
      case WARC -> "WARC";
      case ARC -> "ARC";
      case SQLITE -> "SQLite";
      case TOKENS -> "token ids";
      case DOCUMENT -> "document";
    };
  }

  /** As people are told it: {@code JSON lines, packed with gzip}. */
  String people() {
    String what =
        switch (content) {
          case JSON_LINES -> "JSON lines";
          case JSON -> "JSON";
          case PARQUET -> "Parquet";
          case ARROW -> "Arrow (IPC)";
          case TAR -> "tar archive";
          case ZIP -> "zip archive";
          case SEVEN_ZIP -> "7z archive";
          case TABLE -> "table (CSV, TSV)";
          case WARC -> "web archive (WARC)";
          case ARC -> "web archive (ARC)";
          case SQLITE -> "SQLite database";
          case TOKENS -> "token ids";
          case DOCUMENT -> "one document";
        };
    return compression == Compression.NONE ? what : what + ", packed with " + compression.label();
  }

  private static Content content(byte[] head, String name, Compression compression) {
    if (compression == Compression.NONE && isParquet(head, name)) {
      return Content.PARQUET;
    }
    if (isArrow(head, name)) {
      return Content.ARROW;
    }
    Content archive = archive(head, name);
    if (archive != null) {
      return archive;
    }
    if (new String(head, StandardCharsets.ISO_8859_1).startsWith(SqliteFile.MAGIC)) {
      return Content.SQLITE;
    }
    if (isTokens(head, name)) {
      return Content.TOKENS;
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Content.JSON_LINES;
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return Content.TABLE;
    }
    return name.endsWith(".json") ? Content.JSON : Content.DOCUMENT;
  }

  private static Content archive(byte[] head, String name) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
      return Content.ZIP;
    }
    if (start.startsWith("7z\u00bc\u00af'\u001c")) {
      return Content.SEVEN_ZIP;
    }
    if (start.startsWith("ustar", TAR_MAGIC)) {
      return Content.TAR;
    }
    if (start.startsWith("WARC/")) {
      return Content.WARC;
    }
    if (start.startsWith("filedesc://")) {
      return Content.ARC;
    }
    return head.length == 0 ? null : archive(name);
  }

  /** What is damaged from its first bytes on is still known by its name. */
  private static Content archive(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "tar" -> Content.TAR;
      case "zip" -> Content.ZIP;
      case "7z" -> Content.SEVEN_ZIP;
      case "warc", "wet", "wat" -> Content.WARC;
      case "arc" -> Content.ARC;
      default -> null;
    };
  }

  private static boolean isTokens(byte[] head, String name) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return start.startsWith(NumpyHeader.MAGIC)
        || start.startsWith(MegatronIds.MAGIC)
        || (head.length > 0 && (name.endsWith(".npy") || name.endsWith(".bin")));
  }

  private static boolean isParquet(byte[] head, String name) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("PAR1")
        || (name.endsWith(".parquet") && head.length > 0);
  }

  /** A stream has no magic: it starts with the mark of a message, and its length, in eights. */
  private static boolean isArrow(byte[] head, String name) {
    if (head.length < 8) {
      return head.length > 0 && (name.endsWith(".arrow") || name.endsWith(".feather"));
    }
    ByteBuffer start = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    boolean isMarked = start.getInt(0) == -1 && start.getInt(4) > 0 && start.getInt(4) % 8 == 0;
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(ArrowMessages.MAGIC)
        || (isMarked && start.getInt(4) < MAX_ARROW_SCHEMA)
        || name.endsWith(".arrow")
        || name.endsWith(".feather");
  }
}
