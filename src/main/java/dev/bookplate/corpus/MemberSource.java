package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * A member of an archive that is too large to be held in memory before it is known what it is: its
 * start may be looked at as often as is wanted, the rest read once.
 */
final class MemberSource implements Source {
  private final byte[] start;
  private final InputStream rest;
  private final long size;
  private final long limit;
  private boolean consumed;

  /**
   * A member.
   *
   * @param start its first bytes
   * @param rest those behind them
   * @param size of all, or -1
   * @param limit on what is held in memory
   */
  MemberSource(byte[] start, InputStream rest, long size, long limit) {
    this.start = start;
    this.rest = rest;
    this.size = size;
    this.limit = limit;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() {
    return new SequenceInputStream(new ByteArrayInputStream(start), new Rest());
  }

  @Override
  public SeekableByteChannel channel() throws IOException {
    return held().channel();
  }

  /**
   * The whole member in memory.
   *
   * @throws OverLimitException if it is larger than is held there
   */
  Source held() throws IOException {
    try (InputStream in = open()) {
      byte[] all = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
      if (all.length > limit) {
        throw new OverLimitException();
      }
      return new OfBytes(all);
    }
  }

  /** A member is larger than what may be held in memory. */
  static final class OverLimitException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** What is behind the start: whoever gets here is the one that reads it. */
  private final class Rest extends InputStream {
    private boolean mine;

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (!mine && consumed) {
        throw new IOException("a member of an archive can be read once only");
      }
      mine = true;
      consumed = true;
      return rest.read(bytes, offset, length);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
  }
}
