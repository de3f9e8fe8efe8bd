package dev.bookplate.corpus;

import java.io.IOException;
import java.io.InputStream;

/**
 * A decompressed stream that gives every byte before the point of damage. The decompressors throw
 * away what they unpacked in the call that fails; so after a failure the file is unpacked once more
 * up to the start of that call, and then byte by byte.
 */
final class Unpacked extends InputStream {
  /** Opens the decompressed stream from its start. */
  interface Opener {
    InputStream open() throws IOException;
  }

  private static final int STEP = 1 << 16;

  private final Opener opener;
  private InputStream in;
  private long given;
  private boolean careful;

  Unpacked(Opener opener) {
    this.opener = opener;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n = careful ? readCarefully(bytes, offset, length) : readOrReopen(bytes, offset, length);
    given += Math.max(n, 0);
    return n;
  }

  private int readOrReopen(byte[] bytes, int offset, int length) throws IOException {
    try {
      if (in == null) {
        in = opener.open();
      }
      return in.read(bytes, offset, Math.min(length, STEP));
    } catch (IOException | RuntimeException e) {
      careful = true;
      reopen(e);
      return readCarefully(bytes, offset, length);
    }
  }

  private void reopen(Exception failure) throws IOException {
    try {
      close();
      in = opener.open();
      in.skipNBytes(given);
    } catch (IOException | RuntimeException e) {
      throw new IOException(Problems.of(failure), e);
    }
  }

  /** As many bytes as there are before the damage; throws where there is none. */
  private int readCarefully(byte[] bytes, int offset, int length) throws IOException {
    int n = 0;
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        bytes[offset + n++] = (byte) b;
        if (n == length) {
          return n;
        }
      }
      return n == 0 ? -1 : n;
    } catch (IOException | RuntimeException e) {
      if (n > 0) {
        in.close();
        in = new Failing(e);
        return n;
      }
      throw new IOException(Problems.of(e), e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }

  /** What is left of a stream after its damage was met. */
  private static final class Failing extends InputStream {
    private final Exception failure;

    Failing(Exception failure) {
      this.failure = failure;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw new IOException(Problems.of(failure), failure);
    }

    @Override
    public int read() throws IOException {
      throw new IOException(Problems.of(failure), failure);
    }
  }
}
