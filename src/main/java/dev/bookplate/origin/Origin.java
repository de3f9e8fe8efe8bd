package dev.bookplate.origin;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a document stands: enough to cut the same bytes out of the corpus again.
 *
 * @param corpus name of the corpus root, unique within a run
 * @param path of the file, relative to that root, with {@code /} between its parts
 * @param member path inside archives, or null
 * @param record counts from 0 within the file or member; while a shard is being read, from 0 within
 *     the shard
 * @param byteStart first byte of the record in the decompressed file or member, or -1 where the
 *     format has no such thing
 * @param byteEnd first byte after the record, or -1
 */
public record Origin(
    String corpus, String path, String member, long record, long byteStart, long byteEnd)
    implements Serializable, Comparable<Origin> {

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::corpus)
          .thenComparing(Origin::path)
          .thenComparing(Origin::member, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingLong(Origin::record);

  /** A whole file. */
  public static Origin ofFile(String corpus, String path, long size) {
    return new Origin(corpus, path, null, 0, 0, size);
  }

  /** The same place with its record counted from the start of the file. */
  public Origin rebased(long recordsBefore) {
    return new Origin(corpus, path, member, record + recordsBefore, byteStart, byteEnd);
  }

  /** Corpus, path, member, record: the canonical order of a run. */
  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  /** As people are told it, in messages. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(corpus).append('/').append(path);
    if (member != null) {
      out.append('!').append(member);
    }
    out.append(", record ").append(record);
    if (byteStart >= 0) {
      out.append(", byte ").append(byteStart);
    }
    return out.toString();
  }
}
