package dev.bookplate.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.avro.generic.GenericRecord;

/**
 * A live file of an Iceberg table, as a manifest has it.
 *
 * @param entry of the manifest
 * @param file the part of it that is about the file
 * @param sequence number of the commit that added it; 0 in tables of the first version
 * @param spec number of the partitioning that it follows
 */
record IcebergFile(GenericRecord entry, GenericRecord file, long sequence, int spec) {
  /** Field that position deletes name data files in. */
  private static final int FILE_PATH = 2147483546;

  private static final int POSITION_DELETES = 1;
  private static final int EQUALITY_DELETES = 2;

  /** As the table names it. */
  String path() {
    return String.valueOf(file.get("file_path"));
  }

  /** {@code PARQUET}, {@code AVRO}, {@code ORC} or {@code PUFFIN}. */
  String format() {
    return String.valueOf(file.get("file_format")).toUpperCase(Locale.ROOT);
  }

  boolean isPositionDeletes() {
    return number("content") == POSITION_DELETES;
  }

  boolean isEqualityDeletes() {
    return number("content") == EQUALITY_DELETES;
  }

  /** A number of the file, or 0 where it has none. */
  long number(String name) {
    return file.hasField(name) && file.get(name) instanceof Number n ? n.longValue() : 0;
  }

  /** The only data file that it deletes rows of, or null where it may be several. */
  String referenced() {
    return file.hasField("referenced_data_file") && file.get("referenced_data_file") != null
        ? file.get("referenced_data_file").toString()
        : null;
  }

  /** Whether this file of position deletes may be about a data file. */
  boolean mayDeleteFrom(IcebergFile data) {
    if (sequence < data.sequence) {
      return false;
    }
    if (referenced() != null) {
      return referenced().equals(data.path());
    }
    boolean samePartition =
        spec == data.spec && String.valueOf(partition()).equals(String.valueOf(data.partition()));
    String low = bound("lower_bounds");
    String high = bound("upper_bounds");
    return samePartition
        && (low == null || low.compareTo(data.path()) <= 0)
        && (high == null || high.compareTo(data.path()) >= 0);
  }

  private Object partition() {
    return file.hasField("partition") ? file.get("partition") : null;
  }

  private String bound(String name) {
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
}
