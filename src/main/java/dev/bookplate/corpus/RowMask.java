package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.hardwood.HardwoodContext;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.roaringbitmap.RoaringBitmap;

/**
 * The rows of a data file that its table has deleted, by number from 0. Bitmaps are those of
 * Delta's protocol and of Iceberg's deletion vectors, which are the same: a length, a magic number,
 * then for each 32-bit half that occurs its high bits and a Roaring bitmap in the portable form,
 * and a CRC-32.
 */
final class RowMask {
  /** Deletes nothing. */
  static final RowMask NONE = new RowMask(Map.of());

  private static final int MAGIC = 1681511377;
  private static final int MOST_BYTES = 256 << 20;

  /** By the high half of a row's number. Never gone through: a few bytes may be all rows. */
  private final Map<Integer, RoaringBitmap> rows;

  private RowMask(Map<Integer, RoaringBitmap> rows) {
    this.rows = rows;
  }

  /** Whether a row is deleted. */
  boolean hides(long row) {
    RoaringBitmap half = rows.get((int) (row >>> 32));
    return half != null && half.contains((int) row);
  }

  /**
   * Reads all that is said of a file's rows.
   *
   * @throws UnreadableException if some of it is damaged or not there; says which
   */
  static RowMask of(List<DeletedRows> said) throws UnreadableException {
    if (said.isEmpty()) {
      return NONE;
    }
    Map<Integer, RoaringBitmap> rows = new HashMap<>();
    for (DeletedRows each : said) {
      try {
        add(each, rows);
      } catch (IOException | RuntimeException e) {
        throw new UnreadableException(
            "which of its rows are deleted cannot be read from "
                + each.people()
                + " ("
                + Problems.withCause(e)
                + "); get the table anew, whole",
            e);
      }
    }
    return new RowMask(rows);
  }

  /** It cannot be told which rows are deleted; the message says what to do. */
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableException(String message, Exception cause) {
      super(message, cause);
    }
  }

  private static void add(DeletedRows said, Map<Integer, RoaringBitmap> rows) throws IOException {
    switch (said) {
      case DeletedRows.InFile in -> bitmap(bytes(in), rows);
      case DeletedRows.Inline in -> bitmap(Z85.decode(in.text()), rows);
      case DeletedRows.Positions in -> positions(in, rows);
    }
  }

  private static byte[] bytes(DeletedRows.InFile in) throws IOException {
    if (in.length() < 12 || in.length() > MOST_BYTES || in.offset() < 0) {
      throw new IOException("a bitmap of " + in.length() + " bytes at " + in.offset());
    }
    try (DataInputStream file =
        new DataInputStream(new Source.OfFile(Locations.of(in.file())).open())) {
      file.skipNBytes(in.offset());
      if (file.readInt() != in.length()) {
        throw new IOException("its bitmap has another length than was said");
      }
      byte[] bytes = new byte[in.length()];
      file.readFully(bytes);
      CRC32 crc = new CRC32();
      crc.update(bytes);
      if (file.readInt() != (int) crc.getValue()) {
        throw new IOException("its checksum is wrong");
      }
      return bytes;
    }
  }

  private static void bitmap(byte[] bitmap, Map<Integer, RoaringBitmap> into) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bitmap));
    if (Integer.reverseBytes(in.readInt()) != MAGIC) {
      throw new IOException("its bitmap begins with an unknown number");
    }
    long count = Long.reverseBytes(in.readLong());
    for (long i = 0; i < count; i++) { // ends with the bytes, whatever the count says
      int high = Integer.reverseBytes(in.readInt());
      RoaringBitmap half = new RoaringBitmap();
      half.deserialize(in);
      into.merge(high, half, RowMask::both);
    }
  }

  private static RoaringBitmap both(RoaringBitmap one, RoaringBitmap other) {
    one.or(other);
    return one;
  }

  private static void positions(DeletedRows.Positions in, Map<Integer, RoaringBitmap> into)
      throws IOException {
    try (HardwoodContext context = HardwoodContext.create(1);
        ParquetFileReader parquet =
            ParquetShardReader.file(new Source.OfFile(Locations.of(in.file())), context);
        RowReader rows =
            parquet
                .buildRowReader()
                .projection(ColumnProjection.columns("file_path", "pos"))
                .build()) {
      while (rows.hasNext()) {
        rows.next();
        if (rows.getString("file_path").equals(in.of())) {
          long row = rows.getLong("pos");
          into.computeIfAbsent((int) (row >>> 32), high -> new RoaringBitmap()).add((int) row);
        }
      }
    }
  }
}
