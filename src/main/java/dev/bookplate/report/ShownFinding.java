package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import java.util.Comparator;
import java.util.List;

/**
 * A finding as it is kept for the page: with its first passages only, and without the words that
 * make up the strip.
 *
 * @param finding with at most {@link #PASSAGES} passages
 * @param passages of the whole finding
 * @param number from 0, in the run's order
 */
record ShownFinding(FindingLine finding, int passages, long number) {
  /** Passages that the page shows of one finding. */
  static final int PASSAGES = 20;

  /** Surest first, then in the run's order. */
  static final Comparator<ShownFinding> ORDER =
      Comparator.<ShownFinding>comparingInt(row -> GradeOrder.rank(row.finding().grade()))
          .thenComparingLong(ShownFinding::number);

  static ShownFinding of(FindingLine finding, long number) {
    List<PassageLine> all = finding.passages() == null ? List.of() : finding.passages();
    List<PassageLine> first = all.stream().limit(PASSAGES).map(ShownFinding::light).toList();
    return new ShownFinding(with(finding, first), all.size(), number);
  }

  ShownFinding withoutPassages() {
    return new ShownFinding(with(finding, List.of()), passages, number);
  }

  private static FindingLine with(FindingLine finding, List<PassageLine> passages) {
    return new FindingLine(
        finding.id(),
        finding.key(),
        finding.grade(),
        finding.extent(),
        finding.kinds(),
        finding.document(),
        finding.work(),
        finding.measures(),
        passages,
        finding.evidence() == null
            ? List.of()
            : finding.evidence().stream().map(ShortEvidence::of).toList(),
        finding.reasons());
  }

  private static PassageLine light(PassageLine passage) {
    return new PassageLine(
        passage.docStart(),
        passage.docEnd(),
        passage.refStart(),
        passage.refEnd(),
        passage.words(),
        passage.exactWords(),
        passage.longestRunWords(),
        passage.identity(),
        passage.pieces(),
        List.of(),
        passage.common(),
        passage.commonWhy(),
        passage.cap(),
        passage.otherWorks(),
        passage.quote(),
        passage.refQuote(),
        passage.edits(),
        passage.quoteTruncated(),
        passage.place());
  }
}
