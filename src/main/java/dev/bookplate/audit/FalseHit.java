package dev.bookplate.audit;

import dev.bookplate.match.Finding;
import dev.bookplate.match.Grade;
import java.io.Serializable;

/**
 * A finding where there may be none to make.
 *
 * @param document number of the document among those of the task
 * @param reference what was found
 * @param grade of the finding
 * @param longestRunWords of it
 * @param spanWords words of the document in passages
 * @param workShare share of the work's words that are in passages, 0 to 1
 */
record FalseHit(
    int document,
    Finding.Reference reference,
    Grade grade,
    int longestRunWords,
    int spanWords,
    double workShare)
    implements Serializable {
  static FalseHit of(int document, Finding finding) {
    Finding.Measures measures = finding.measures();
    return new FalseHit(
        document,
        finding.reference(),
        finding.grade(),
        measures.longestRunWords(),
        measures.spanWords(),
        measures.workCoverage());
  }

  /** Which work of which catalogue. */
  String key() {
    return ControlBook.key(reference);
  }
}
