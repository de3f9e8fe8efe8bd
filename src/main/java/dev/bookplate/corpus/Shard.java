package dev.bookplate.corpus;

import java.io.Serializable;

/**
 * The unit of work: a file, or a range of one. Shards of one file have consecutive ordinals.
 *
 * @param ordinal from 0, over files sorted by corpus and relative path
 * @param corpus name of the corpus root, unique within a run
 * @param path relative to the root, with {@code /}
 * @param file where the file is, absolute
 * @param fileSize in bytes
 * @param range the part of the file
 * @param table what a table knows of the file, or null where it is in none
 */
public record Shard(
    int ordinal,
    String corpus,
    String path,
    String file,
    long fileSize,
    Range range,
    TablePart table)
    implements Serializable {
  /** Of a file in no table. */
  public Shard(int ordinal, String corpus, String path, String file, long fileSize, Range range) {
    this(ordinal, corpus, path, file, fileSize, range, null);
  }

  /** What the numbers of a range count. */
  public enum Unit {
    /** The range is the whole file. */
    FILE,
    /**
     * Bytes of an uncompressed file of lines; a line belongs to the range that its first byte is
     * in.
     */
    BYTES,
    /**
     * Bytes of a packed file of lines; where a range begins, a frame or a block does. The first
     * line of a file belongs to its first range, every other to the range that the line feed before
     * it is in. Offsets count from the start of the range.
     */
    PACKED,
    /** Row groups of a Parquet file. */
    ROW_GROUPS,
    /** Record batches of an Arrow stream or file. */
    BATCHES
  }

  /**
   * A half-open part of a file.
   *
   * @param unit what is counted
   * @param from first unit
   * @param to first unit after
   * @param bytes of the file that it stands for, or -1 for all of them
   */
  public record Range(Unit unit, long from, long to, long bytes) implements Serializable {
    /** All of a file. */
    public static final Range WHOLE = new Range(Unit.FILE, 0, 1, -1);

    /** A range that counts bytes. */
    public Range(Unit unit, long from, long to) {
      this(unit, from, to, to - from);
    }
  }

  /**
   * Bytes of the file that this shard stands for, for progress and for dealing out the largest
   * first.
   */
  public long weight() {
    return range.bytes() < 0 ? fileSize : range.bytes();
  }
}
