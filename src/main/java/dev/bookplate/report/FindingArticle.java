package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One finding in full: a line that says it all, and beneath it the evidence. */
final class FindingArticle {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,128}");

  private final Html html;

  FindingArticle(Html html) {
    this.html = html;
  }

  void write(ShownFinding row, boolean open) throws IOException {
    FindingLine finding = row.finding();
    html.start("details", "finding");
    if (DIGEST.matcher(finding.id()).matches()) {
      html.with("id", "f-" + finding.id());
    }
    html.with("open", open ? "open" : null);
    sortKeys(finding);
    writeSummary(finding);
    writeReasons(finding);
    if (finding.measures() != null) {
      writeMeasures(finding.measures());
    }
    PassageFigure passages = new PassageFigure(html, finding.document());
    int number = 1;
    for (PassageLine passage : finding.passages()) {
      passages.write(passage, number++, row.passages());
    }
    Cut.write(html, row.passages() - finding.passages().size(), "passages", "findings.jsonl");
    writePlace(finding);
    html.end();
  }

  private void sortKeys(FindingLine finding) throws IOException {
    MeasuresLine measures = finding.measures();
    html.with("data-grade", GradeOrder.cssClass(finding.grade()));
    html.with("data-words", Integer.toString(measures == null ? 0 : measures.spanWords()));
    html.with("data-run", Integer.toString(measures == null ? 0 : measures.longestRunWords()));
  }

  private void writeSummary(FindingLine finding) throws IOException {
    MeasuresLine measures = finding.measures();
    html.start("summary");
    GradeMark.write(html, finding.grade());
    html.text(" ").start("span", "where").foreign(Place.file(finding.document()));
    html.text(", record " + finding.document().record()).end();
    html.text(" ").start("span", "size");
    if (measures == null) {
      html.text("no text: ").foreign(String.join(", ", finding.kinds()));
    } else {
      html.text(Figures.count(measures.spanWords(), "word", "words") + ", longest run ");
      html.text(Figures.count(measures.longestRunWords()));
    }
    html.end().text(" ").element("span", "extent", finding.extent());
    html.end();
  }

  private void writeReasons(FindingLine finding) throws IOException {
    html.start("p", "why").element("b", "Graded ").element("b", finding.grade());
    html.text(" because: ");
    for (int i = 0; i < finding.reasons().size(); i++) {
      html.text(i == 0 ? "" : "; ").foreign(finding.reasons().get(i));
    }
    html.text(".").end();
  }

  private void writeMeasures(MeasuresLine measures) throws IOException {
    html.start("dl", "measures");
    measure("Words in passages", Figures.count(measures.spanWords()));
    measure("Exact words", Figures.count(measures.exactWords()));
    measure("Longest unbroken run", Figures.count(measures.longestRunWords(), "word", "words"));
    measure("Of the work", Figures.percent(measures.workCoverage()));
    measure("Of the document", Figures.percent(measures.documentCoverage()));
    measure("Identity", Figures.percent(measures.identity()));
    html.end();
  }

  private void measure(String name, String value) throws IOException {
    html.start("div").element("dt", name).element("dd", value).end();
  }

  private void writePlace(FindingLine finding) throws IOException {
    html.start("details", "place").element("summary", "Where both texts stand, and their digests");
    html.start("div", "pair");
    writeDocument(finding.document());
    writeWork(finding.work());
    html.end();
    html.start("dl", "facts");
    fact("Finding", finding.id());
    fact("Key", finding.key());
    for (EvidenceLine evidence : finding.evidence()) {
      fact("Evidence", evidence.kind() + ", " + evidence.basis());
      writeFacts(evidence.detail());
    }
    html.end().end();
  }

  private void writeDocument(DocumentLine document) throws IOException {
    html.start("div").element("h4", "Document").start("dl", "facts");
    fact("Corpus", document.corpus());
    fact("Path", document.path());
    fact("Member", document.member());
    fact("Record", Long.toString(document.record()));
    if (document.byteStart() != null && document.byteEnd() != null) {
      fact("Bytes", Place.offsets(document.byteStart(), document.byteEnd()));
    }
    fact("Field", document.field());
    fact("Id", document.id());
    fact("File SHA-256", document.inputSha256());
    fact("Text SHA-256", document.textSha256());
    fact("Characters", Figures.count(document.chars()));
    fact("Words", Figures.count(document.words()));
    fact("Language", document.language());
    fact("Read by", document.extractor());
    writeFacts(document.claims());
    html.end().end();
  }

  private void writeWork(WorkLine work) throws IOException {
    html.start("div").element("h4", "Work and reference edition").start("dl", "facts");
    fact("Work", work.id());
    fact("Title", work.title());
    fact("Authors", joined(work.authors()));
    fact("ISBN", joined(work.isbns()));
    fact("ASIN", work.asin());
    fact("Publisher", work.publisher());
    fact("Rights holder", work.holder());
    fact("Registrations", joined(work.registrations()));
    if (work.rights() != null) {
      fact("Rights", work.rights().status());
    }
    fact("Permission", work.permission());
    fact("Catalogue", work.catalogue());
    fact("As of", work.asOf());
    fact("Source", work.source());
    if (work.edition() != null) {
      fact("Edition", work.edition().id());
      fact("File SHA-256", work.edition().sha256());
      fact("Text SHA-256", work.edition().textSha256());
      fact("Words", Figures.count(work.edition().words()));
      fact("Read by", work.edition().extractor());
    }
    html.end().end();
  }

  private void writeFacts(Map<String, String> facts) throws IOException {
    if (facts != null) {
      for (Map.Entry<String, String> entry : facts.entrySet()) {
        fact(entry.getKey(), entry.getValue());
      }
    }
  }

  private void fact(String name, String value) throws IOException {
    if (value != null && !value.isEmpty()) {
      html.start("div").start("dt").foreign(name).end().start("dd").foreign(value).end().end();
    }
  }

  private static String joined(List<String> values) {
    return values == null ? null : String.join(", ", values);
  }
}
