package dev.bookplate.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Writes a footer anew with other sizes of column chunks; all else is copied. */
final class ParquetFooter {
  // numbers of fields in the format's Thrift definition
  private static final int ROW_GROUPS = 4;
  private static final int COLUMNS = 1;
  private static final int META_DATA = 3;
  private static final int PACKED_SIZE = 7;

  private final byte[] old;
  private final Map<ParquetCheck.Place, Long> sizes;
  private final ThriftReader reader;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int copied;

  private ParquetFooter(byte[] old, Map<ParquetCheck.Place, Long> sizes) {
    this.old = old;
    this.sizes = sizes;
    reader = new ThriftReader(ByteBuffer.wrap(old));
  }

  /** The footer with these sizes. */
  static byte[] with(Map<ParquetCheck.Place, Long> sizes, byte[] footer) throws IOException {
    return new ParquetFooter(footer, sizes).written();
  }

  private byte[] written() throws IOException {
    reader.struct(field -> field == ROW_GROUPS && groups());
    out.write(old, copied, old.length - copied);
    return out.toByteArray();
  }

  private boolean groups() throws IOException {
    int count = reader.structs();
    for (int g = 0; g < count; g++) {
      int group = g;
      reader.struct(field -> field == COLUMNS && columns(group));
    }
    return true;
  }

  private boolean columns(int group) throws IOException {
    int count = reader.structs();
    for (int c = 0; c < count; c++) {
      Long size = sizes.get(new ParquetCheck.Place(group, c));
      reader.struct(field -> field == META_DATA && size != null && metaData(size));
    }
    return true;
  }

  private boolean metaData(long size) throws IOException {
    reader.inner(
        field -> {
          if (field != PACKED_SIZE) {
            return false;
          }
          out.write(old, copied, reader.position() - copied);
          reader.i64();
          copied = reader.position();
          varint(size << 1);
          return true;
        });
    return true;
  }

  private void varint(long value) {
    long rest = value;
    for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
      out.write((int) (rest & 0x7F | 0x80));
    }
    out.write((int) rest);
  }
}
