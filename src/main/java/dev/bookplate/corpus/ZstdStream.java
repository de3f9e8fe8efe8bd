package dev.bookplate.corpus;

import com.github.luben.zstd.ZstdDirectBufferDecompressingStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Zstandard frames, one after the other. The library's own input stream takes a file that is cut
 * off in the first bytes of a later frame for a whole one; its buffers know where a frame ends.
 */
final class ZstdStream extends InputStream {
  private static final int BUFFER = 1 << 17;

  private final InputStream in;
  private final Decompressor frames;
  private final ByteBuffer unpacked = ByteBuffer.allocateDirect(BUFFER).limit(0);

  /**
   * Unpacks a stream.
   *
   * @param longestWindow as a power of two
   */
  ZstdStream(InputStream in, int longestWindow) throws IOException {
    this.in = in;
    frames = new Decompressor(in);
    frames.setLongMax(longestWindow);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!unpacked.hasRemaining()) {
      if (!frames.hasRemaining()) {
        return -1;
      }
      unpack();
    }
    int n = Math.min(length, unpacked.remaining());
    unpacked.get(bytes, offset, n);
    return n;
  }

  private void unpack() throws IOException {
    unpacked.clear();
    try {
      int n = frames.read(unpacked);
      if (n == 0 && frames.hasRemaining() && frames.atEnd) {
        throw new EOFException("it ends inside a frame");
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      unpacked.flip();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    frames.close();
    in.close();
  }

  /** The decompressor, fed from the stream. */
  private static final class Decompressor extends ZstdDirectBufferDecompressingStreamNoFinalizer {
    private final InputStream in;
    private final byte[] chunk = new byte[BUFFER];
    private boolean atEnd;

    Decompressor(InputStream in) {
      super(ByteBuffer.allocateDirect(BUFFER).limit(0));
      this.in = in;
    }

    @Override
    protected ByteBuffer refill(ByteBuffer packed) {
      try {
        int n = in.read(chunk);
        atEnd = n < 0;
        return packed.clear().put(chunk, 0, Math.max(n, 0)).flip();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
