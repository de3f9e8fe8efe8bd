package dev.bookplate.evidence;

import dev.bookplate.evidence.FindingLine.PassageLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what a run quotes of a work under the cap: passages are asked in canonical order, and a
 * quote that would go over the cap is left out. A quote counts as the passage's words, or as the
 * cap of a passage where that is less.
 */
final class QuoteBudget {
  private final QuotePolicy policy;
  private final Map<WorkKey, Integer> quoted = new HashMap<>();

  QuoteBudget(QuotePolicy policy) {
    this.policy = policy;
  }

  /** The finding's passages with the quotes that may stay. */
  List<PassageLine> allowed(FindingLine finding) {
    WorkKey work = WorkKey.of(finding);
    return finding.passages().stream().map(passage -> allowed(work, passage)).toList();
  }

  private PassageLine allowed(WorkKey work, PassageLine passage) {
    if (passage.quote() == null && passage.refQuote() == null) {
      return passage;
    }
    int total = quoted.getOrDefault(work, 0) + Math.min(passage.words(), policy.perPassageWords());
    if (policy.isNone() || total > policy.perWorkWords()) {
      return withoutQuote(passage);
    }
    quoted.put(work, total);
    return passage;
  }

  private static PassageLine withoutQuote(PassageLine passage) {
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
        passage.refWords(),
        passage.common(),
        passage.commonWhy(),
        passage.cap(),
        passage.otherWorks(),
        null,
        null,
        List.of(),
        true,
        passage.place());
  }
}
