package dev.bookplate.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Makes one run of the shards' files: reads them by ordinal, which is the canonical order, so that
 * nothing depends on who wrote them when. Streams: of the findings it keeps only what the unions of
 * coverage, the distinct texts and the quote budgets need. Used once.
 */
public final class RunMerger {
  /** What stands before a shard in its file. */
  private record Base(long records, long bytes) {
    static final Base START = new Base(0, 0);

    Base after(ShardCounts counts) {
      return new Base(records + counts.records(), bytes + counts.streamBytes());
    }
  }

  private final MergePlan plan;
  private final MergeWatcher watcher;
  private final WorkTallies works;
  private final RunTotals totals;
  private final PlacedFindings placed;
  private final Deque<UnreadLine> unread;
  private final CanonicalOrder order = new CanonicalOrder();
  private final Copies copies = new Copies();
  private final MarkerTotals markers = new MarkerTotals();
  private OutputTally outputs = new OutputTally();

  /** A merge to come. */
  public RunMerger(MergePlan plan) {
    this(plan, MergeWatcher.NONE);
  }

  /** A merge to come, which somebody watches. */
  public RunMerger(MergePlan plan, MergeWatcher watcher) {
    this.plan = plan;
    this.watcher = watcher;
    this.works = new WorkTallies(plan.works());
    this.totals = new RunTotals(plan.inputs().keySet());
    this.placed = new PlacedFindings(plan.inputs(), plan.quotes());
    this.unread =
        new ArrayDeque<>(
            plan.unread().stream()
                .sorted(
                    Comparator.comparing(RunMerger::file)
                        .thenComparing(
                            UnreadLine::member, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparingLong(UnreadLine::record))
                .toList());
  }

  /**
   * Writes findings.jsonl, findings.csv, works.csv, copies.csv, conditions.jsonl, markers.csv,
   * unread.jsonl and, where models wrote what was searched, outputs.csv.
   *
   * @param shards folder of the shards' files
   * @param receipts one a shard, in the order of the plan's parts
   * @param target folder to write to
   * @throws IllegalStateException if a receipt is missing or not of its shard, or findings are out
   *     of order
   * @throws RunFolderException.Damaged if a shard's file is not the one that its receipt is for
   */
  public Merged merge(Path shards, List<ShardReceipt> receipts, Path target) throws IOException {
    return merge(ordinal -> shards, receipts, target);
  }

  /**
   * The same for shards' files in several folders.
   *
   * @param shards folder of the file of a shard, by its ordinal
   * @throws RunFolderException.Damaged if a shard's file is not the one that its receipt is for
   */
  public Merged merge(IntFunction<Path> shards, List<ShardReceipt> receipts, Path target)
      throws IOException {
    checkReceipts(receipts);
    try (MergeOutput out = new MergeOutput(target);
        ShardFiles files = new ShardFiles(plan.plan())) {
      InputFile file = null;
      Base base = Base.START;
      for (int i = 0; i < receipts.size(); i++) {
        InputFile next = plan.parts().get(i).file();
        if (!next.equals(file)) {
          base = Base.START;
          fileDone(file, out);
        }
        file = next;
        unreadBefore(file, out);
        int ordinal = receipts.get(i).ordinal();
        merge(files.at(shards.apply(ordinal), ordinal), receipts.get(i), base, out);
        totals.add(file, receipts.get(i).counts());
        watcher.merged(receipts.get(i).counts());
        base = base.after(receipts.get(i).counts());
      }
      files.end();
      fileDone(file, out);
      unreadBefore(null, out);
      watcher.writesWorks();
      out.works(works.rows().peek(row -> watcher.wroteWork()));
    }
    totals.checkSums();
    return new Merged(
        totals.counts(plan.inputs(), works, copies.count(), markers.counts()),
        totals.inputs(plan.inputs()));
  }

  private void checkReceipts(List<ShardReceipt> receipts) {
    if (receipts.size() != plan.parts().size()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "%d shards have %d receipts", plan.parts().size(), receipts.size()));
    }
    MergePlan.Part last = null;
    for (int i = 0; i < receipts.size(); i++) {
      MergePlan.Part part = plan.parts().get(i);
      if (receipts.get(i) == null || receipts.get(i).ordinal() != part.ordinal()) {
        throw new IllegalStateException("shard " + part.ordinal() + " has no receipt");
      }
      if (last != null && !isAfter(last, part)) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "shards are out of order: %s comes after %s", part, last));
      }
      last = part;
    }
  }

  private static boolean isAfter(MergePlan.Part before, MergePlan.Part after) {
    return before.ordinal() < after.ordinal() && before.file().compareTo(after.file()) <= 0;
  }

  private void merge(ShardFile shard, ShardReceipt receipt, Base base, MergeOutput out)
      throws IOException {
    ShardLine line = shard.next();
    while (line != null) {
      if (line.finding() != null) {
        finding(placed.of(line.finding(), base.records, base.bytes), out);
      } else if (line.condition() != null) {
        ConditionLine condition = line.condition().rebased(base.records);
        totals.add(condition);
        out.condition(condition);
      } else if (line.output() != null) {
        outputs.add(line.output().rebased(base.records));
      } else if (line.markers() != null) {
        markers.add(line.markers(), base.records);
      } else if (line.candidate() != null) {
        out.candidate(line.candidate().rebased(base.records));
      } else {
        out.unread(line.unread().rebased(base.records, base.bytes));
      }
      line = shard.next();
    }
    if (!shard.receipt().equals(receipt)) {
      throw shard.notOfReceipt();
    }
  }

  /** Writes the rows of a file, of which there may be none. */
  private void fileDone(InputFile file, MergeOutput out) throws IOException {
    markers.write(file, out);
    for (OutputRow row : outputs.rows()) {
      out.output(row);
    }
    outputs = new OutputTally();
  }

  private void finding(FindingLine finding, MergeOutput out) throws IOException {
    order.next(finding);
    works.add(finding);
    out.finding(finding);
    if (Copies.isCopy(finding)) {
      out.copy(copies.row(finding));
    }
  }

  /** Writes what was never made a shard and stands before a file; before null stands all of it. */
  private void unreadBefore(InputFile file, MergeOutput out) throws IOException {
    while (!unread.isEmpty() && (file == null || file(unread.peek()).compareTo(file) <= 0)) {
      UnreadLine line = unread.remove();
      totals.add(line);
      out.unread(line);
    }
  }

  private static InputFile file(UnreadLine line) {
    return new InputFile(line.corpus(), line.path());
  }
}
