package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;

/** Counts the records of one file. */
final class InputTally {
  private long read;
  private long skipped;
  private long failed;

  void add(ShardCounts counts) {
    read += counts.read();
    skipped += counts.skippedRecords();
    failed += counts.failed();
  }

  void add(UnreadLine unread) {
    if (unread.outcome().equals(UnreadLine.FAILED)) {
      failed++;
    } else {
      skipped++;
    }
  }

  Manifest.Input input(InputFile file, Digests digests) {
    return new Manifest.Input(
        file.corpus(),
        file.path(),
        digests == null ? null : (Long) digests.size(),
        digests == null ? null : digests.md5(),
        digests == null ? null : digests.sha256(),
        read + skipped + failed,
        read,
        skipped,
        failed);
  }
}
