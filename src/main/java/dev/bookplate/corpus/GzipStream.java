package dev.bookplate.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Members of a gzip file (RFC 1952), one after the other. Other readers pass over what follows a
 * member and is none; here only zeros, which tapes add, may follow.
 */
final class GzipStream extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[BUFFER];
  private int at;
  private int limit;
  private boolean insideMember;
  private boolean any;
  private long filled;
  private long memberStart;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (insideMember || startMember()) {
      int n = inflate(bytes, offset, length);
      if (n > 0) {
        crc.update(bytes, offset, n);
        return n;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new IOException("it needs a dictionary, which gzip does not have");
      } else {
        if (!fill()) {
          throw new EOFException("it ends inside a member");
        }
        inflater.setInput(packed, at, limit - at);
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new IOException(Problems.of(e), e);
    }
  }

  private boolean startMember() throws IOException {
    if (!hasNext()) {
      if (any) {
        return false;
      }
      throw new EOFException("it holds nothing");
    }
    memberStart = filled - limit + at;
    int first = any ? afterZeros() : next();
    if (first < 0) {
      return false;
    }
    if (first != 0x1F || next() != 0x8B || next() != 8) {
      throw new IOException(any ? "garbage follows its last member" : "its header is damaged");
    }
    skipHeader();
    inflater.reset();
    inflater.setInput(packed, at, limit - at);
    crc.reset();
    any = true;
    insideMember = true;
    return true;
  }

  /** First byte of the member that is read, or was read last. */
  long memberStart() {
    return memberStart;
  }

  private int afterZeros() throws IOException {
    while (hasNext()) {
      int b = next();
      if (b != 0) {
        return b;
      }
    }
    return -1;
  }

  private void skipHeader() throws IOException {
    int flags = next();
    skip(6); // time, level and system
    if ((flags & EXTRA) != 0) {
      skip((int) number(2));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
  }

  private void endMember() throws IOException {
    at = limit - inflater.getRemaining();
    long expected = number(4);
    long size = number(4);
    if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new IOException("a member does not fit its checksum");
    }
    insideMember = false;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // up to its end
    }
  }

  private long number(int bytes) throws IOException {
    long n = 0;
    for (int i = 0; i < bytes; i++) {
      n |= (long) next() << (8 * i);
    }
    return n;
  }

  private int next() throws IOException {
    if (!hasNext()) {
      throw new EOFException("it ends inside a header");
    }
    return packed[at++] & 0xFF;
  }

  private boolean hasNext() throws IOException {
    return at < limit || fill();
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(packed));
    filled += limit;
    return limit > 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
