package dev.bookplate.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much comes out of a file that goes in: a bound on bombs, which expand without end, archives
 * in archives included. Books packed best expand tenfold.
 */
final class Expansion {
  private static final int TIMES = 250;
  private static final long ALWAYS = 1L << 30;

  private final long most;
  private long bytes;

  /** Of a file of a size in bytes. */
  Expansion(long fileSize) {
    this(fileSize, ALWAYS);
  }

  /** The same, with a number of bytes that are always allowed. */
  Expansion(long fileSize, long always) {
    most = Math.max(always, fileSize * TIMES);
  }

  /** Whether more came out than is believed. */
  boolean isExhausted() {
    return bytes > most;
  }

  /** What is said of it. */
  String told() {
    return "over "
        + most
        + " bytes came out of it, which is more than any books would give: taken for a bomb, and"
        + " not read on; unpack it by hand if it is none";
  }

  /** The same bytes, counted. */
  InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = in.read();
        add(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        add(Math.max(0, n));
        return n;
      }

      @Override
      public void close() {
        // the archive's own
      }
    };
  }

  private void add(int more) throws IOException {
    bytes += more;
    if (isExhausted()) {
      throw new IOException(told());
    }
  }
}
