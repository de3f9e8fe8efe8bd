package dev.bookplate.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A packed file, unpacked from one place where a frame or block begins, to its end. It tells at
 * which of its bytes another such place lies, once it has come there: what is before belongs to one
 * range, and a line that began there is read on behind it.
 */
final class PackedRange extends InputStream {
  private final Compression compression;
  private final Path file;
  private final long to;
  private final long size;
  private InputStream in;
  private long given;
  private volatile long end = -1;

  /**
   * Unpacks from a place.
   *
   * @param from where a frame or block begins, in the file
   * @param to where another does, or the file's end
   * @param size of the file
   */
  PackedRange(Compression compression, Path file, long from, long to, long size) {
    this.compression = compression;
    this.file = file;
    this.to = to;
    this.size = size;
    in = compression.open(file, from, to);
  }

  /** How many unpacked bytes the range has; -1 as long as that is not known. */
  long end() {
    return end;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n < 0 && end < 0) {
      end = given;
      in.close();
      in = to < size ? compression.open(file, to, size) : InputStream.nullInputStream();
      n = in.read(bytes, offset, length);
    }
    given += Math.max(n, 0);
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
