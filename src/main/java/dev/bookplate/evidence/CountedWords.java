package dev.bookplate.evidence;

import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.match.OtherEdition;
import dev.bookplate.origin.Span;
import java.util.List;

/**
 * The words of editions that a finding counts for: those that align exactly in its passages, and in
 * the passages of other editions of the work that it explains. Only passages that are moderate by
 * themselves and not capped.
 */
@FunctionalInterface
public interface CountedWords {
  /**
   * A stretch.
   *
   * @param edition id of the edition
   * @param start ordinal of its first word
   * @param end ordinal of the word behind it
   * @param common whether it is common text, which counts for nothing
   */
  void words(String edition, int start, int end, boolean common);

  /** Tells of each stretch of a finding. */
  static void of(FindingLine finding, CountedWords sink) {
    if (finding.work().edition() == null) {
      return;
    }
    String edition = finding.work().edition().id();
    for (PassageLine passage : orEmpty(finding.passages())) {
      if (passage.countsWithCommon()) {
        for (List<Integer> range : passage.refWords()) {
          sink.words(edition, range.get(0), range.get(1), passage.common());
        }
      }
    }
    for (EvidenceLine evidence : orEmpty(finding.evidence())) {
      OtherEdition other = evidence.detail() == null ? null : OtherEdition.of(evidence.detail());
      if (other != null) {
        tell(other.edition(), other.words(), false, sink);
        tell(other.edition(), other.commonWords(), true, sink);
      }
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static void tell(String edition, List<Span> spans, boolean common, CountedWords sink) {
    spans.forEach(span -> sink.words(edition, span.start(), span.end(), common));
  }
}
