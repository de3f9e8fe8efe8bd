package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the records of one file. */
final class InputTally {
  private long read;
  private final SortedMap<String, Long> skipped = new TreeMap<>();
  private long failed;
  private long textBytes;

  void add(ShardCounts counts) {
    read += counts.read();
    counts.skipped().forEach((reason, n) -> skipped.merge(reason, n, Long::sum));
    failed += counts.failed();
    textBytes += counts.textBytes();
  }

  void add(UnreadLine unread) {
    if (unread.outcome().equals(UnreadLine.FAILED)) {
      failed++;
    } else {
      skipped.merge(unread.reason(), 1L, Long::sum);
    }
  }

  Manifest.Input input(InputFile file, Digests digests) {
    return new Manifest.Input(
        file.corpus(),
        file.path(),
        digests == null ? null : (Long) digests.size(),
        digests == null ? null : digests.md5(),
        digests == null ? null : digests.sha1(),
        digests == null ? null : digests.sha256(),
        read + skippedRecords() + failed,
        read,
        skippedRecords(),
        failed,
        skipped,
        textBytes);
  }

  long read() {
    return read;
  }

  long failed() {
    return failed;
  }

  /** Records by reason. */
  SortedMap<String, Long> skipped() {
    return skipped;
  }

  private long skippedRecords() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }
}
