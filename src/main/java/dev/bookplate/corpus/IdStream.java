package dev.bookplate.corpus;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Ids, one after the other, out of a buffer. Belongs to one thread. */
final class IdStream implements Closeable {
  private final InputStream in;
  private final IdType type;
  private final boolean bigEndian;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int limit;

  IdStream(InputStream in, IdType type, boolean bigEndian) {
    this.in = in;
    this.type = type;
    this.bigEndian = bigEndian;
  }

  /** Whether there is another, or a part of one. */
  boolean hasNext() throws IOException {
    return at < limit || fill() > 0;
  }

  /**
   * The next id.
   *
   * @throws EOFException if it is cut off
   */
  long next() throws IOException {
    int size = type.bytes();
    while (limit - at < size) {
      if (fill() <= 0) {
        throw new EOFException("it is cut off inside an id");
      }
    }
    long id = 0;
    for (int i = 0; i < size; i++) {
      id = id << 8 | (buffer[at + (bigEndian ? i : size - 1 - i)] & 0xFF);
    }
    at += size;
    return type.id(id);
  }

  private int fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, limit - at);
    limit -= at;
    at = 0;
    int n = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
