package dev.bookplate.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came of a part of a scan: {@code part.json}, which is written last, so that a folder that
 * has it holds a whole part.
 *
 * @param format {@link ScanRecord#FORMAT}
 * @param status always {@link #STATUS}: this is no run
 * @param part which one
 * @param shards of this part, by ordinal
 * @param inputs the files of these shards that could be opened, in canonical order
 * @param selfTest whether the lookup works; null where that was not tried
 * @param calibration what became of the calibration; null where none was asked for
 * @param files digests of the part's other files, but those of its shards
 * @param run when, where and how fast
 */
public record PartRecord(
    String format,
    String status,
    Part part,
    List<Shard> shards,
    List<ScannedFile> inputs,
    SelfTest selfTest,
    Manifest.Calibrated calibration,
    Map<String, Manifest.FileDigest> files,
    Manifest.Timing run) {
  /** What a part says of itself. */
  public static final String STATUS = "part";

  /** Refuses a part without what every reader relies on. */
  public PartRecord {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(part, "part");
    shards = List.copyOf(shards);
    inputs = List.copyOf(inputs);
    files = Map.copyOf(files);
  }

  /**
   * A shard that was read.
   *
   * @param corpus name of the corpus root
   * @param path of the file that the shard is all or a part of
   * @param receipt for the shard's file
   */
  public record Shard(String corpus, String path, ShardReceipt receipt) {
    InputFile file() {
      return new InputFile(corpus, path);
    }
  }

  /** Counts of all of its shards. */
  public ShardCounts counts() {
    ShardCounts sum = new ShardCounts(0, 0, Map.of(), 0, 0, Map.of(), 0, 0, 0);
    for (Shard shard : shards) {
      sum = sum(sum, shard.receipt().counts());
    }
    return sum;
  }

  /** The same with the digests of the part's other files. */
  PartRecord withFiles(Map<String, Manifest.FileDigest> digests) {
    return new PartRecord(
        format, status, part, shards, inputs, selfTest, calibration, digests, run);
  }

  /** The shards' receipts, by ordinal. */
  List<ShardReceipt> receipts() {
    return new ArrayList<>(shards.stream().map(Shard::receipt).toList());
  }

  private static ShardCounts sum(ShardCounts a, ShardCounts b) {
    return new ShardCounts(
        a.records() + b.records(),
        a.read() + b.read(),
        sum(a.skipped(), b.skipped()),
        a.failed() + b.failed(),
        a.mayHoldText() + b.mayHoldText(),
        sum(a.findings(), b.findings()),
        a.textBytes() + b.textBytes(),
        a.words() + b.words(),
        0);
  }

  private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> sum = new HashMap<>(a);
    b.forEach((name, n) -> sum.merge(name, n, Long::sum));
    return sum;
  }
}
