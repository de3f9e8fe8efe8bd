package dev.bookplate.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes {@code [from, to)} of a file. */
final class FileSlice extends InputStream {
  private final FileChannel channel;
  private final long to;
  private long at;

  FileSlice(Path file, long from, long to) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    at = from;
    this.to = to;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, to - at);
    if (wanted <= 0) {
      return length == 0 ? 0 : -1;
    }
    int n = channel.read(ByteBuffer.wrap(bytes, offset, wanted), at);
    at += Math.max(n, 0);
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
