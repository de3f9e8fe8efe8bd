package dev.bookplate.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream seen through one buffer that moves along it and grows only where a record is longer. It
 * knows where in the stream the buffer stands. An error of the stream ends it like its end does,
 * and is kept for who asks.
 */
final class ByteWindow implements Closeable {
  private static final int SIZE = 1 << 19;
  private static final int LARGEST = Integer.MAX_VALUE - 16;

  private final InputStream in;
  private final byte[] usual = new byte[SIZE];
  private byte[] bytes = usual;
  private int limit;
  private long base;
  private IOException failure;

  /**
   * A window at the start of a stream.
   *
   * @param base what the stream's first byte counts as
   */
  ByteWindow(InputStream in, long base) {
    this.in = in;
    this.base = base;
  }

  /** The buffer. Another one after each {@link #fill}. */
  byte[] bytes() {
    return bytes;
  }

  /** First index of the buffer after the bytes that were read. */
  int limit() {
    return limit;
  }

  /** Where in the stream an index of the buffer stands. */
  long offset(int index) {
    return base + index;
  }

  /** Why the stream ended early, or null. */
  IOException failure() {
    return failure;
  }

  /**
   * Drops everything before {@code keep}, which becomes index 0, also at the end, and reads on.
   *
   * @return false at the end of the stream
   */
  boolean fill(int keep) {
    move(keep);
    if (failure != null) {
      return false;
    }
    try {
      int n = in.read(bytes, limit, bytes.length - limit);
      if (n > 0) {
        limit += n;
        return true;
      }
    } catch (IOException e) {
      failure = e;
    }
    return false;
  }

  private void move(int keep) {
    int kept = limit - keep;
    byte[] target = kept < SIZE ? usual : bytes;
    if (kept == bytes.length) {
      target = new byte[(int) Math.min(2L * kept, LARGEST)];
    }
    System.arraycopy(bytes, keep, target, 0, kept);
    bytes = target;
    base += keep;
    limit = kept;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      failure = e; // everything that was wanted has been read
    }
  }
}
