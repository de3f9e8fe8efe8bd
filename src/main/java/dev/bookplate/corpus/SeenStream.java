package dev.bookplate.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Shows what is read of a stream; tells of its end once, when that is met. */
final class SeenStream extends FilterInputStream {
  private static final int STEP = 1 << 16;

  private final InputStream raw;
  private final MemberBytes.Sink sink;
  private boolean ended;

  /**
   * Shows a stream.
   *
   * @param in what a reader reads, which counts what it has of {@code raw}
   * @param raw the same bytes, uncounted
   */
  SeenStream(InputStream in, InputStream raw, MemberBytes.Sink sink) {
    super(in);
    this.raw = raw;
    this.sink = sink;
  }

  /**
   * Reads what is left, so that all of it was seen.
   *
   * @param most bytes to be read; of a longer rest the end is not seen, and not told of
   * @return bytes that were read
   */
  long drain(long most) throws IOException {
    byte[] away = new byte[STEP];
    long drained = 0;
    while (!ended && drained < most) {
      drained += Math.max(0, seen(away, 0, raw.read(away, 0, STEP)));
    }
    return drained;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return seen(bytes, offset, super.read(bytes, offset, length));
  }

  private int seen(byte[] bytes, int offset, int n) {
    if (n > 0) {
      sink.bytes(bytes, offset, n);
    } else if (n < 0 && !ended) {
      ended = true;
      sink.end();
    }
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] away = new byte[(int) Math.min(Math.max(0, n), STEP)];
    return Math.max(0, read(away, 0, away.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
