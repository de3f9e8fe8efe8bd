package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.report.MarkedQuote.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One finding for a terminal: what, where, how much and why, then both sides of every passage with
 * the differing words marked. Text from outside cannot move the cursor, change colours or reorder
 * the line: whatever could is shown by number.
 */
public final class TerminalFinding {
  private static final int LABEL = 11;

  private final FindingLine finding;
  private final TerminalStyle style;
  private final Appendable out;

  private TerminalFinding(FindingLine finding, TerminalStyle style, Appendable out) {
    this.finding = finding;
    this.style = style;
    this.out = out;
  }

  /** Writes the finding, with line feeds between lines and one at the end. */
  public static void write(FindingLine finding, TerminalStyle style, Appendable out)
      throws IOException {
    new TerminalFinding(finding, style, out).write();
  }

  private void write() throws IOException {
    WorkLine work = finding.work();
    for (String line : wrapped(work.title() == null ? work.id() : work.title(), style.width())) {
      line(style.bold(line));
    }
    for (String line : wrapped(joined(work.authors(), ", "), style.width())) {
      line(line);
    }
    line("");
    field("Finding", finding.id());
    field(
        "Grade",
        finding.grade() + (finding.extent() == null ? "" : ", extent " + finding.extent()));
    field("Reasons", joined(finding.reasons(), "; "));
    writeWork(work);
    writeDocument(finding.document());
    writeMeasures(finding.measures());
    for (EvidenceLine evidence : orEmpty(finding.evidence())) {
      field("Evidence", FindingWords.evidence(evidence));
    }
    writePassages(orEmpty(finding.passages()));
  }

  private void writeWork(WorkLine work) throws IOException {
    field("Work", work.id() + (work.catalogue() == null ? "" : ", catalogue " + work.catalogue()));
    field("ISBN", joined(work.isbns(), ", "));
    if (work.rights() != null) {
      field("Rights", work.rights().status());
    }
    if (work.edition() != null) {
      field("Edition", work.source() + ", " + Figures.count(work.edition().words()) + " words");
      field("", "file SHA-256 " + work.edition().sha256());
      field("", "text SHA-256 " + work.edition().textSha256());
    }
  }

  private void writeDocument(DocumentLine document) throws IOException {
    field("Document", Place.of(document));
    field("", document.id() == null ? null : "id " + document.id());
    if (document.textSha256() == null) {
      field("", "file SHA-256 " + document.inputSha256());
      field("", "it gave no text");
      return;
    }
    field("", "text SHA-256 " + document.textSha256());
    field(
        "",
        Figures.count(document.words(), "word", "words")
            + (document.language() == null ? "" : ", language " + document.language())
            + (document.extractor() == null ? "" : ", read by " + document.extractor()));
  }

  private void writeMeasures(MeasuresLine measures) throws IOException {
    List<String> lines = FindingWords.measures(measures);
    for (int i = 0; i < lines.size(); i++) {
      field(i == 0 ? "Measures" : "", lines.get(i));
    }
  }

  private void writePassages(List<PassageLine> passages) throws IOException {
    for (int i = 0; i < passages.size(); i++) {
      line("");
      line(style.bold("Passage " + (i + 1) + " of " + passages.size()));
      writePassage(passages.get(i));
    }
    if (passages.stream().anyMatch(p -> p.quote() != null && !p.lacksReference())) {
      line("");
      line(style.faint("{+document only+} [-edition only-]"));
    }
  }

  private void writePassage(PassageLine passage) throws IOException {
    field("Measures", FindingWords.measures(passage));
    field("Place", passage.place());
    field("Offsets", FindingWords.offsets(passage));
    if (!passage.lacksReference() && passage.pieces() != null && passage.pieces().size() > 1) {
      field("Pieces", Figures.count(passage.pieces().size()) + ", in another order");
    }
    field("Common", passage.common() ? orElse(passage.commonWhy(), "common text") : null);
    field("Only a lead", passage.cap());
    field("Also in", joined(passage.otherWorks(), ", "));
    writeQuote(passage);
  }

  private void writeQuote(PassageLine passage) throws IOException {
    MarkedQuote quote = MarkedQuote.of(passage);
    line("");
    if (quote == null) {
      note("(no text is stored for this passage)");
      return;
    }
    Side document = new Side("Document", quote.document(), TerminalColumn.Marks.document(style));
    if (passage.lacksReference()) {
      writeAlone(document);
      writeGoesOn(passage);
      return;
    }
    Side edition = new Side("Edition", quote.reference(), TerminalColumn.Marks.reference(style));
    if (style.sideBySide()) {
      writeBeside(document, edition);
    } else {
      writeAlone(document);
      line("");
      writeAlone(edition);
    }
    writeGoesOn(passage);
  }

  private void writeGoesOn(PassageLine passage) throws IOException {
    if (passage.quoteTruncated()) {
      note("(the passage goes on beyond the stored quotation)");
    }
  }

  private void writeBeside(Side document, Side edition) throws IOException {
    int width = (style.width() - 7) / 2;
    List<String> left = document.lines(style, width);
    List<String> right = edition.lines(style, width);
    String none = " ".repeat(width);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String one = i < left.size() ? left.get(i) : none;
      String other = i < right.size() ? right.get(i) : "";
      line(("  " + one + " \u2502 " + other).stripTrailing());
    }
  }

  private void writeAlone(Side side) throws IOException {
    for (String line : side.lines(style, style.width() - 4)) {
      line(("  " + line).stripTrailing());
    }
  }

  /** A label and a value, broken and indented; null writes nothing. */
  private void field(String label, String value) throws IOException {
    if (value == null || value.isEmpty()) {
      return;
    }
    List<String> lines = wrapped(value, style.width() - LABEL - 2);
    for (int i = 0; i < lines.size(); i++) {
      String head = i == 0 ? label : "";
      line(style.faint(head) + " ".repeat(LABEL + 1 - head.length()) + lines.get(i));
    }
  }

  private void note(String text) throws IOException {
    for (String line : wrapped(text, style.width() - 4)) {
      line("  " + line);
    }
  }

  /** Broken into lines of at most that width, everything that could act shown by number. */
  private List<String> wrapped(String text, int width) {
    if (text == null) {
      return List.of();
    }
    return TerminalColumn.lines(
            List.of(new Segment(text, false)), TerminalColumn.Marks.document(style), width)
        .stream()
        .map(String::stripTrailing)
        .toList();
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  private static String joined(List<String> values, String separator) {
    return values == null ? null : String.join(separator, values);
  }

  private static String orElse(String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** One side of a passage under its head. */
  private record Side(String head, List<Segment> segments, TerminalColumn.Marks marks) {
    List<String> lines(TerminalStyle style, int width) {
      List<String> lines = new ArrayList<>();
      lines.add(style.faint(head) + " ".repeat(width - head.length()));
      lines.addAll(TerminalColumn.lines(segments, marks, width));
      return lines;
    }
  }
}
