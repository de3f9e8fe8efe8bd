package dev.bookplate.catalogue.rows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a source for a parser that keeps a record in memory: stops the one that reads on and on
 * without coming to its next record.
 */
final class RecordBytes extends FilterInputStream {
  private final long most;
  private long read;

  /**
   * Wraps a stream.
   *
   * @param most bytes that may be read between two calls of {@link #begin}
   */
  RecordBytes(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** The parser has come so far, and holds nothing of what was in front of it. */
  void begin() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = in.read(bytes, from, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) throws TooLongException {
    read += n;
    if (read > most) {
      throw new TooLongException(most);
    }
  }

  /** A record is longer than may be kept. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;

    TooLongException(long most) {
      super("one record in it is longer than " + (most >> 20) + " MiB");
    }
  }
}
