package dev.bookplate.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that grows by whole pieces, under a name of its own until it is done. A piece that does
 * not come to its end is taken back.
 */
final class GroupFile implements Closeable {
  private final Path file;
  private final Path temporary;
  // not a channel: an interrupt would close that, and look like a broken disk
  private final RandomAccessFile out;
  private final byte[] buffer = new byte[1 << 16];
  private int buffered;
  private long written;
  private long whole;

  GroupFile(Path file) throws IOException {
    this.file = file;
    this.temporary = file.resolveSibling(file.getFileName() + DurableFiles.TEMPORARY);
    this.out = new RandomAccessFile(temporary.toFile(), "rw");
    try {
      out.setLength(0); // a killed scan may have left one
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  void write(byte[] bytes) throws IOException {
    if (bytes.length > buffer.length - buffered) {
      flush();
    }
    if (bytes.length > buffer.length) {
      out.write(bytes);
      written += bytes.length;
      return;
    }
    System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
    buffered += bytes.length;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, buffered);
    written += buffered;
    buffered = 0;
  }

  /** All that was written so far is whole. */
  void mark() {
    whole = written + buffered;
  }

  /** Takes back what was written since. */
  void reset() throws IOException {
    if (whole < written) {
      out.setLength(whole);
      out.seek(whole);
      written = whole;
    }
    buffered = (int) (whole - written);
  }

  /**
   * Gives the file its name, with what is whole.
   *
   * @param durable whether it must be on disk then
   */
  void name(boolean durable) throws IOException {
    reset();
    flush();
    if (durable) {
      out.getFD().sync();
    }
    out.close();
    if (durable) {
      DurableFiles.move(temporary, file);
    } else {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Lets go; without a name the file is gone. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(temporary);
  }
}
