package dev.bookplate.report.load;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.report.Place;
import dev.bookplate.report.Redaction;
import dev.bookplate.report.TerminalFinding;
import dev.bookplate.report.TerminalStyle;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The texts of a production. A run holds no document's whole text: of a document it is said where
 * it stands and what was found in it, of a finding everything that the run says, with the quotes
 * that it holds.
 */
final class DocumentSheet {
  private static final TerminalStyle PLAIN = new TerminalStyle(120, false);

  private DocumentSheet() {}

  /** Of a finding. */
  static byte[] of(Redaction.Redacted shown, String number, String parent) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("Match evidence sheet ").append(number);
    out.append(" to training document ").append(parent).append("\n\n");
    TerminalFinding.write(shown.finding(), PLAIN, out);
    for (Redaction.Removed removed : shown.removed()) {
      out.append("\nPassage ").append(removed.passage() + 1).append(": ");
      out.append(removed.inWords()).append('\n');
    }
    return bytes(out);
  }

  /**
   * Of a training document.
   *
   * @param numbers of its sheets, in the order of the findings
   */
  static byte[] of(List<FindingLine> family, Manifest.Input input, List<String> numbers) {
    DocumentLine document = family.get(0).document();
    StringBuilder out = new StringBuilder("Training document\n\n");
    line(out, "Stands in", Place.file(document));
    line(out, "Record", String.valueOf(document.record()));
    if (document.byteStart() != null && document.byteEnd() != null) {
      line(out, "Bytes", document.byteStart() + "\u2013" + document.byteEnd());
    }
    line(out, "Own id", document.id());
    if (input != null) {
      line(out, "File SHA-256", input.sha256());
      line(out, "File MD5", input.md5());
    }
    line(out, "Text SHA-256", document.textSha256());
    line(out, "Read by", document.extractor());
    line(out, "Words", String.valueOf(document.words()));
    out.append("\nThe run does not hold the text of this document. Findings in it:\n");
    for (int i = 0; i < family.size(); i++) {
      FindingLine finding = family.get(i);
      String title = finding.work().title();
      out.append(numbers.get(i))
          .append("  ")
          .append(finding.grade())
          .append("  ")
          .append(VisibleText.oneLine(title == null ? finding.work().id() : title))
          .append('\n');
    }
    return bytes(out);
  }

  private static void line(StringBuilder out, String label, String value) {
    if (value != null) {
      out.append(label).append(": ").append(VisibleText.oneLine(value)).append('\n');
    }
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
