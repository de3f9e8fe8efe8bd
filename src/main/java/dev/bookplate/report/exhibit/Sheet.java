package dev.bookplate.report.exhibit;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.report.FindingWords;
import dev.bookplate.report.Redaction;
import dev.bookplate.report.page.Look;
import dev.bookplate.report.page.PageBook;
import dev.bookplate.report.page.Words;
import java.io.IOException;
import java.util.List;

/** One sheet: everything that the run says of a finding, and both sides of its passages. */
final class Sheet {
  private static final float TITLE = 13;
  private static final float PASSAGE = 10;

  private final PageBook book;
  private final FindingLine finding;
  private final Redaction.Redacted redacted;
  private final Manifest.Input input;

  /**
   * Of a finding.
   *
   * @param input the file that the document is in, or null
   */
  Sheet(PageBook book, Redaction.Redacted redacted, Manifest.Input input) {
    this.book = book;
    this.redacted = redacted;
    this.input = input;
    finding = redacted.finding();
  }

  /** Writes it, beginning where the page is. */
  void write() throws IOException {
    WorkLine work = finding.work();
    book.heading(work.title() == null ? work.id() : work.title(), TITLE);
    if (work.authors() != null && !work.authors().isEmpty()) {
      book.paragraph(Words.plain(String.join(", ", work.authors())));
    }
    book.fact("Finding", finding.id());
    book.fact("Key", finding.key());
    book.fact(
        "Grade",
        finding.grade() + (finding.extent() == null ? "" : ", extent " + finding.extent()));
    book.fact("Reasons", joined(finding.reasons(), "; "));
    work(work);
    document(finding.document());
    book.fact("Measures", String.join("; ", FindingWords.measures(finding.measures())));
    for (EvidenceLine each :
        finding.evidence() == null ? List.<EvidenceLine>of() : finding.evidence()) {
      book.fact("Evidence", FindingWords.evidence(each));
    }
    passages();
  }

  private void work(WorkLine work) throws IOException {
    String asOf = work.asOf() == null ? "" : ", as of " + work.asOf();
    book.fact(
        "Work",
        work.id() + (work.catalogue() == null ? "" : ", catalogue " + work.catalogue() + asOf));
    book.fact("ISBN", joined(work.isbns(), ", "));
    book.fact("Registrations", joined(work.registrations(), ", "));
    book.fact("Holder", work.holder());
    book.fact("Rights", work.rights() == null ? null : work.rights().status());
    if (work.edition() != null) {
      book.fact("Edition", work.source());
      book.fact("", "file SHA-256 " + work.edition().sha256());
      book.fact("", "text SHA-256 " + work.edition().textSha256());
    }
  }

  private void document(DocumentLine document) throws IOException {
    book.fact("Document", FindingWords.place(document));
    book.fact("", document.id() == null ? null : "own id " + document.id());
    book.fact("", document.inputSha256() == null ? null : "file SHA-256 " + document.inputSha256());
    book.fact("", input == null || input.md5() == null ? null : "file MD5 " + input.md5());
    book.fact(
        "",
        document.textSha256() == null
            ? "it gave no text"
            : "text SHA-256 " + document.textSha256());
    book.fact("", document.extractor() == null ? null : "read by " + document.extractor());
  }

  private void passages() throws IOException {
    List<PassageLine> passages = finding.passages() == null ? List.of() : finding.passages();
    for (int i = 0; i < passages.size(); i++) {
      PassageLine passage = passages.get(i);
      book.heading("Passage " + (i + 1) + " of " + passages.size(), PASSAGE);
      book.fact("Offsets", FindingWords.offsets(passage));
      book.fact("Measures", FindingWords.measures(passage));
      book.fact("Place", passage.place());
      book.fact("Common", passage.common() ? passage.commonWhy() : null);
      book.fact("Only a lead", passage.cap());
      book.fact("Also in", joined(passage.otherWorks(), ", "));
      quotation(passage, i);
    }
  }

  private void quotation(PassageLine passage, int number) throws IOException {
    Redaction.Removed removed = redacted.of(number);
    List<Words> document = side(passage, true);
    List<Words> edition = side(passage, false);
    if (!document.isEmpty() || !edition.isEmpty()) {
      book.space();
      book.sideHeads("Document", passage.lacksReference() ? "" : "Edition");
      book.sides(document, edition);
    }
    if (removed != null) {
      note(removed.inWords());
    } else if (document.isEmpty() && edition.isEmpty()) {
      note("The run holds no quotation of this passage.");
    } else if (passage.quoteTruncated()) {
      note("The passage goes on beyond the quotation that the run holds.");
    }
  }

  private void note(String text) throws IOException {
    book.paragraph(List.of(new Words(text, Look.FAINT)));
  }

  private static List<Words> side(PassageLine passage, boolean isDocument) {
    Look differing = isDocument ? Look.DOCUMENT_ONLY : Look.EDITION_ONLY;
    return FindingWords.side(passage, isDocument).stream()
        .map(piece -> new Words(piece.text(), piece.differs() ? differing : Look.PLAIN))
        .toList();
  }

  private static String joined(List<String> values, String separator) {
    return values == null ? null : String.join(separator, values);
  }
}
