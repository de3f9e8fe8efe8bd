package dev.bookplate.evidence;

import dev.bookplate.match.Grade;
import dev.bookplate.origin.Digests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up shards and what was never made a shard, over the run and for each file. */
final class RunTotals {
  private final SortedMap<InputFile, InputTally> files = new TreeMap<>();
  private final SortedMap<String, Long> skipped = new TreeMap<>();
  private final Map<String, Long> findings = new LinkedHashMap<>();
  private final SortedMap<String, Long> conditions = new TreeMap<>();
  private long read;
  private long failed;
  private long mayHoldText;
  private long textBytes;
  private long words;

  RunTotals(Iterable<InputFile> inputs) {
    inputs.forEach(file -> files.put(file, new InputTally()));
    for (Grade grade : List.of(Grade.STRONG, Grade.MODERATE, Grade.LEAD)) {
      findings.put(grade.label(), 0L);
    }
  }

  void add(InputFile file, ShardCounts counts) {
    tally(file).add(counts);
    read += counts.read();
    failed += counts.failed();
    mayHoldText += counts.mayHoldText();
    textBytes += counts.textBytes();
    words += counts.words();
    counts.skipped().forEach((reason, n) -> skipped.merge(reason, n, Long::sum));
    counts.findings().forEach((grade, n) -> findings.merge(grade, n, Long::sum));
  }

  void add(UnreadLine unread) {
    tally(new InputFile(unread.corpus(), unread.path())).add(unread);
    mayHoldText += unread.mayHoldText() ? 1 : 0;
    if (unread.outcome().equals(UnreadLine.FAILED)) {
      failed++;
    } else {
      skipped.merge(unread.reason(), 1L, Long::sum);
    }
  }

  void add(ConditionLine condition) {
    conditions.merge(condition.condition(), 1L, Long::sum);
  }

  /**
   * Holds what the files add up to against what the run does.
   *
   * @throws IllegalStateException if a record is in one and not in the other
   */
  void checkSums() {
    long readInFiles = files.values().stream().mapToLong(InputTally::read).sum();
    long failedInFiles = files.values().stream().mapToLong(InputTally::failed).sum();
    SortedMap<String, Long> skippedInFiles = new TreeMap<>();
    for (InputTally file : files.values()) {
      file.skipped().forEach((reason, n) -> skippedInFiles.merge(reason, n, Long::sum));
    }
    if (readInFiles != read || failedInFiles != failed || !skippedInFiles.equals(skipped)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the files have %d records read, %s skipped and %d failed, the run %d, %s and %d",
              readInFiles,
              skippedInFiles,
              failedInFiles,
              read,
              skipped,
              failed));
    }
  }

  /** The files in canonical order. */
  List<Manifest.Input> inputs(Map<InputFile, Digests> digests) {
    return files.entrySet().stream()
        .map(file -> file.getValue().input(file.getKey(), digests.get(file.getKey())))
        .toList();
  }

  Manifest.Counts counts(
      Map<InputFile, Digests> digests, WorkTallies works, long copies, Manifest.Markers markers) {
    long skippedRecords = skipped.values().stream().mapToLong(Long::longValue).sum();
    return new Manifest.Counts(
        files.size(),
        digests.values().stream().mapToLong(Digests::size).sum(),
        read + skippedRecords + failed,
        read,
        skipped,
        failed,
        mayHoldText,
        textBytes,
        words,
        works.sought(),
        works.found(),
        findings,
        copies,
        conditions,
        markers);
  }

  private InputTally tally(InputFile file) {
    return files.computeIfAbsent(file, f -> new InputTally());
  }
}
