package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads SQLite's numbers of one to nine bytes, the highest first. */
final class SqliteVarint {
  private final ByteBuffer bytes;
  private int at;

  SqliteVarint(ByteBuffer bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The number that begins here. */
  long next() throws IOException {
    long value = 0;
    for (int i = 0; i < 9; i++) {
      if (at >= bytes.limit()) {
        throw new IOException("a number goes over the end of its page");
      }
      int b = bytes.get(at++);
      if (i == 8) {
        return (value << 8) | (b & 0xFF);
      }
      value = (value << 7) | (b & 0x7F);
      if (b >= 0) {
        return value;
      }
    }
    return value;
  }

  /** First byte behind what was read. */
  int position() {
    return at;
  }
}
