package dev.bookplate.corpus;

import dev.hardwood.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** A Parquet file with other sizes of column chunks in its footer; all else is the file's own. */
final class MendedInput implements InputFile {
  /** Length of the footer and the magic number, at the end of a file. */
  private static final int TAIL = 8;

  private final InputFile file;
  private final long footerStart;
  private final ByteBuffer footer;

  private MendedInput(InputFile file, long footerStart, ByteBuffer footer) {
    this.file = file;
    this.footerStart = footerStart;
    this.footer = footer;
  }

  /** The same file, open, with these sizes. */
  static InputFile of(InputFile file, Map<ParquetCheck.Place, Long> sizes) throws IOException {
    long length = file.length();
    ByteBuffer tail = file.readRange(length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
    int footerLength = tail.getInt(tail.position());
    long start = length - TAIL - footerLength;
    byte[] old = new byte[footerLength];
    file.readRange(start, footerLength).get(old);
    byte[] mended = ParquetFooter.with(sizes, old);
    ByteBuffer footer =
        ByteBuffer.allocate(mended.length + TAIL)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(mended)
            .putInt(mended.length)
            .putInt(tail.getInt(tail.position() + Integer.BYTES))
            .flip();
    return new MendedInput(file, start, footer);
  }

  @Override
  public void open() throws IOException {
    file.open();
  }

  @Override
  public ByteBuffer readRange(long from, int length) throws IOException {
    if (from + length <= footerStart) {
      return file.readRange(from, length);
    }
    ByteBuffer range = ByteBuffer.allocate(length);
    if (from < footerStart) {
      range.put(file.readRange(from, (int) (footerStart - from)));
    }
    int at = (int) Math.max(0, from - footerStart);
    range.put(footer.slice(at, range.remaining()));
    return range.flip();
  }

  @Override
  public long length() {
    return footerStart + footer.limit();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
