package dev.bookplate.evidence;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a worker counted in a shard.
 *
 * @param records of every outcome: what the shard adds to its file's count
 * @param read records that were searched
 * @param skipped records by reason
 * @param failed records, or rests of files
 * @param mayHoldText of those skipped or failed, the ones with text that nobody looked at, perhaps
 * @param findings by grade
 * @param textBytes of the texts that were searched, UTF-8
 * @param words of these texts
 * @param streamBytes where offsets count from the start of the shard: what the shard adds to those
 *     of the shards after it; else 0
 */
public record ShardCounts(
    long records,
    long read,
    Map<String, Long> skipped,
    long failed,
    long mayHoldText,
    Map<String, Long> findings,
    long textBytes,
    long words,
    long streamBytes)
    implements Serializable {

  /** Of a shard whose offsets are those of the file. */
  public ShardCounts(
      long records,
      long read,
      Map<String, Long> skipped,
      long failed,
      long mayHoldText,
      Map<String, Long> findings,
      long textBytes,
      long words) {
    this(records, read, skipped, failed, mayHoldText, findings, textBytes, words, 0);
  }

  /** Keeps copies, sorted. */
  public ShardCounts {
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
  }

  /** Records that were skipped for any reason. */
  public long skippedRecords() {
    return sum(skipped);
  }

  /** Findings of any grade. */
  public long allFindings() {
    return sum(findings);
  }

  /** Whether every record was read, skipped or failed. */
  public boolean addUp() {
    return records == read + skippedRecords() + failed;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
