package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The values of one row of an SQLite table, by the positions of its columns. */
final class SqliteRecord {
  /** What a value is. */
  enum Kind {
    NULL,
    NUMBER,
    TEXT,
    BLOB
  }

  private final ByteBuffer payload;
  private final Charset charset;
  private long[] types = new long[16];
  private int[] starts = new int[16];
  private int count;

  /**
   * Looks through a row.
   *
   * @param payload as it is stored
   */
  SqliteRecord(byte[] payload, Charset charset) throws IOException {
    this.payload = ByteBuffer.wrap(payload);
    this.charset = charset;
    SqliteVarint at = new SqliteVarint(this.payload, 0);
    long headerEnd = at.next();
    long start = headerEnd;
    while (at.position() < headerEnd) {
      long type = at.next();
      if (count == types.length) {
        types = Arrays.copyOf(types, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
      }
      types[count] = type;
      starts[count++] = (int) start;
      start += length(type);
      if (type < 0 || start > payload.length) {
        throw new IOException("a row is shorter than its columns");
      }
    }
  }

  private static long length(long type) {
    if (type >= 12) {
      return (type - 12) / 2;
    }
    return switch ((int) type) {
      case 1, 2, 3, 4 -> type;
      case 5 -> 6;
      case 6, 7 -> 8;
      default -> 0;
    };
  }

  /** Columns that came later than the row are null in it. */
  Kind kind(int column) {
    long type = column < 0 || column >= count ? 0 : types[column];
    if (type >= 12) {
      return type % 2 == 0 ? Kind.BLOB : Kind.TEXT;
    }
    return type == 0 ? Kind.NULL : Kind.NUMBER;
  }

  /** A text, or null for anything else. */
  String text(int column) {
    return kind(column) == Kind.TEXT
        ? new String(payload.array(), starts[column], (int) length(types[column]), charset)
        : null;
  }

  /** Bytes of a text or blob in the row. */
  long length(int column) {
    return kind(column) == Kind.NULL ? 0 : length(types[column]);
  }

  /** A whole number, or 0 for anything else. */
  long number(int column) {
    if (kind(column) != Kind.NUMBER || types[column] == 7) {
      return 0;
    }
    if (types[column] >= 8) {
      return types[column] - 8;
    }
    int length = (int) length(types[column]);
    long value = payload.get(starts[column]); // with its sign
    for (int i = 1; i < length; i++) {
      value = (value << 8) | (payload.get(starts[column] + i) & 0xFF);
    }
    return value;
  }

  /** A text or number as people write it; null for anything else. */
  String told(int column) {
    return switch (kind(column)) {
      case TEXT -> text(column);
      case NUMBER ->
          types[column] == 7
              ? Double.toString(payload.getDouble(starts[column]))
              : Long.toString(number(column));
      case NULL, BLOB -> null;
    };
  }
}
