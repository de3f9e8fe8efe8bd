package dev.bookplate.evidence;

import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.match.Extent;
import java.util.HashMap;
import java.util.Map;

/** Makes rows of findings that are copies, and knows which text was a copy before. */
final class Copies {
  private static final String SAME_TEXT = "same text";

  private record TextOfWork(WorkKey work, String textSha256) {}

  private final Map<TextOfWork, String> first = new HashMap<>();
  private long count;

  /** Whether the document holds most of the work, or all. */
  static boolean isCopy(FindingLine finding) {
    return Extent.MOST.label().equals(finding.extent())
        || Extent.WHOLE.label().equals(finding.extent());
  }

  /** The row of a copy; asked in canonical order. */
  CopyRow row(FindingLine finding) {
    count++;
    TextOfWork text = new TextOfWork(WorkKey.of(finding), finding.document().textSha256());
    return row(finding, first.putIfAbsent(text, finding.id()));
  }

  /** Rows so far. */
  long count() {
    return count;
  }

  private static CopyRow row(FindingLine finding, String duplicateOf) {
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
        finding.id(),
        duplicateOf,
        duplicateOf == null ? null : SAME_TEXT);
  }
}
