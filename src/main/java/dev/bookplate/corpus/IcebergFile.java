package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.avro.generic.GenericRecord;

/**
 * A live file of an Iceberg table, as a manifest has it.
 *
 * @param path as the table names it
 * @param format {@code PARQUET}, {@code AVRO}, {@code ORC} or {@code PUFFIN}
 * @param content what is in it
 * @param sequence number of the commit that added it; 0 in tables of the first version
 * @param partition that it is in, with the number of the partitioning
 * @param reach of a file that deletes rows
 */
record IcebergFile(
    String path, String format, Content content, long sequence, String partition, Reach reach) {
  /** Field that position deletes name data files in. */
  private static final int FILE_PATH = 2147483546;

  /** In the order of the format's numbers. */
  enum Content {
    DATA,
    POSITION_DELETES,
    EQUALITY_DELETES
  }

  /**
   * Which data files a file deletes rows of, and where it does so.
   *
   * @param low the first of these by name, or null
   * @param high the last of these by name, or null
   * @param offset of a deletion vector in the file
   * @param length of that
   */
  record Reach(String low, String high, long offset, long length) {
    private static final Reach NONE = new Reach(null, null, 0, 0);

    private boolean holds(String path) {
      return (low == null || low.compareTo(path) <= 0)
          && (high == null || high.compareTo(path) >= 0);
    }

    /** The only data file, or null where there may be several. */
    String only() {
      return low != null && low.equals(high) ? low : null;
    }
  }

  /**
   * A file by an entry of a manifest.
   *
   * @param sequence number that it has
   * @param spec number of its partitioning
   */
  static IcebergFile of(GenericRecord file, long sequence, long spec) throws IOException {
    int content = (int) number(file, "content");
    if (content < 0 || content >= Content.values().length) {
      throw new UnsupportedTableException("a manifest names a file of the unknown kind " + content);
    }
    return new IcebergFile(
        String.valueOf(file.get("file_path")),
        String.valueOf(file.get("file_format")).toUpperCase(Locale.ROOT),
        Content.values()[content],
        sequence,
        spec + " " + (file.hasField("partition") ? file.get("partition") : ""),
        content == 0 ? Reach.NONE : reach(file));
  }

  private static Reach reach(GenericRecord file) {
    Object named = file.hasField("referenced_data_file") ? file.get("referenced_data_file") : null;
    return new Reach(
        named == null ? bound(file, "lower_bounds") : named.toString(),
        named == null ? bound(file, "upper_bounds") : named.toString(),
        number(file, "content_offset"),
        number(file, "content_size_in_bytes"));
  }

  private static String bound(GenericRecord file, String name) {
    if (file.hasField(name) && file.get(name) instanceof Iterable<?> bounds) {
      for (Object bound : bounds) {
        if (bound instanceof GenericRecord one
            && one.get("key") instanceof Integer key
            && key == FILE_PATH
            && one.get("value") instanceof ByteBuffer value) {
          return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
        }
      }
    }
    return null;
  }

  /** A number of a record, or 0 where it has none. */
  static long number(GenericRecord record, String name) {
    return record.hasField(name) && record.get(name) instanceof Number n ? n.longValue() : 0;
  }

  /** Whether this file of position deletes may be about a data file. */
  boolean mayDeleteFrom(IcebergFile data) {
    return sequence >= data.sequence
        && reach.holds(data.path)
        && (reach.only() != null || partition.equals(data.partition));
  }
}
