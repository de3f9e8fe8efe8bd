package dev.bookplate.cli;

import dev.bookplate.books.RecordJoin;
import dev.bookplate.report.Figures;

/** A merge, or what was not merged, in one line. */
final class MergeLine {
  private MergeLine() {}

  /** What is shared, and the two records. */
  static String pair(RecordJoin join) {
    String shared = join.shared() == null ? "" : join.shared() + ": ";
    String others =
        join.other() == null
            ? " and others, " + Figures.count(join.records(), "record", "records") + " in all"
            : " and record " + join.other().number() + of(join.other().workId(), join);
    return shared + "record " + join.one().number() + others + ": " + join.outcome().label();
  }

  private static String of(String workId, RecordJoin join) {
    return workId.equals(join.one().workId())
        ? ""
        : " of another work (" + join.one().workId() + ", " + workId + ")";
  }
}
