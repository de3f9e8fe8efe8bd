package dev.bookplate.evidence;

import dev.bookplate.evidence.Estimates.Estimate;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.match.Extent;
import dev.bookplate.match.HitRule;
import dev.bookplate.match.Resemblance;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes rows of findings that are copies, and knows what was a copy before. */
final class Copies {
  private static final Estimate UNKNOWN = new Estimate(null, null, null);
  private static final Estimates NONE = new Estimates(UNKNOWN, UNKNOWN, UNKNOWN);

  /** Reasons of findings of files that are the catalogue's, byte by byte. */
  private static final Set<String> SAME_FILE =
      Set.of(HitRule.SAME_SHA256.label(), HitRule.TWO_DIGESTS.label());

  private final Map<WorkKey, CopiesOfWork> works = new HashMap<>();
  private long count;

  /** Whether the document holds most of the work, or all, or is the same file. */
  static boolean isCopy(FindingLine finding) {
    return Extent.MOST.label().equals(finding.extent())
        || Extent.WHOLE.label().equals(finding.extent())
        || finding.extent() == null && finding.reasons().stream().anyMatch(SAME_FILE::contains);
  }

  /** The row of a copy; asked in canonical order. */
  CopyRow row(FindingLine finding) {
    count++;
    Resemblance sketches = resemblance(finding);
    CopySketch sketch = sketches == null ? null : CopySketch.of(sketches);
    CopiesOfWork others = works.computeIfAbsent(WorkKey.of(finding), key -> new CopiesOfWork());
    return row(finding, sketches, others.add(finding, sketch));
  }

  private static Resemblance resemblance(FindingLine finding) {
    return finding.evidence().stream()
        .map(evidence -> Resemblance.of(evidence.detail()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Rows so far. */
  long count() {
    return count;
  }

  private static CopyRow row(FindingLine finding, Resemblance sketches, CopiesOfWork.Place place) {
    Estimates estimates = sketches == null ? NONE : Estimates.of(sketches);
    DocumentLine document = finding.document();
    WorkLine work = finding.work();
    MeasuresLine measures = finding.measures();
    return new CopyRow(
        document.corpus(),
        document.path(),
        document.member(),
        document.record(),
        document.byteStart(),
        document.byteEnd(),
        document.id(),
        document.textSha256(),
        document.inputSha256(),
        document.words(),
        work.catalogue(),
        work.id(),
        work.title(),
        work.edition() == null ? null : work.edition().id(),
        finding.grade(),
        finding.extent(),
        measures == null ? null : measures.workCoverage(),
        measures == null ? null : (Double) measures.documentCoverage(),
        measures == null ? null : measures.longestRunWords(),
        measures == null ? null : measures.identity(),
        estimates.resemblance().value(),
        estimates.resemblance().low(),
        estimates.resemblance().high(),
        estimates.workInDocument().value(),
        estimates.workInDocument().low(),
        estimates.workInDocument().high(),
        estimates.documentInWork().value(),
        estimates.documentInWork().low(),
        estimates.documentInWork().high(),
        finding.id(),
        place.what().label(),
        place.duplicateOf(),
        place.group(),
        place.resemblance());
  }
}
