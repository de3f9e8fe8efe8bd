package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import java.io.IOException;
import java.util.regex.Pattern;

/** One finding in full: a line that says it all, and beneath it the evidence. */
final class FindingArticle {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,128}");

  /** Name of the detail that evidence for another work has. */
  private static final String CONTRADICTS = "contradicts";

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
    writeEvidence(finding);
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
    html.with("data-run", Integer.toString(run(measures)));
  }

  private static int run(MeasuresLine measures) {
    return measures == null || measures.longestRunWords() == null ? 0 : measures.longestRunWords();
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
      html.text(Figures.count(measures.spanWords(), "word", "words"));
      html.text(
          measures.longestRunWords() == null
              ? ", estimated"
              : ", longest run " + Figures.count(measures.longestRunWords()));
    }
    html.end();
    if (finding.extent() != null) {
      html.text(" ").element("span", "extent", finding.extent());
    }
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

  /** What does not rest on text has no passage to show: its grounds stand in its place. */
  private void writeEvidence(FindingLine finding) throws IOException {
    for (EvidenceLine evidence : finding.evidence()) {
      if (!evidence.kind().equals("text") || evidence.detail().containsKey(CONTRADICTS)) {
        html.start("p", "note").element("b", evidence.kind()).text(" ");
        html.text("(" + evidence.basis() + "): ");
        html.foreign(ShortEvidence.inWords(evidence)).end();
      }
    }
  }

  private void writeMeasures(MeasuresLine measures) throws IOException {
    html.start("dl", "measures");
    measure("Words in passages", Figures.count(measures.spanWords()));
    if (measures.exactWords() != null) {
      measure("Exact words", Figures.count(measures.exactWords()));
      measure("Longest unbroken run", Figures.count(measures.longestRunWords(), "word", "words"));
      measure("Of the work", Figures.percent(measures.workCoverage()));
    }
    measure("Of the document", Figures.percent(measures.documentCoverage()));
    if (measures.identity() != null) {
      measure("Identity", Figures.percent(measures.identity()));
    }
    html.end();
    if (measures.exactWords() == null) {
      html.start("p", "note").text("Reference text not held; estimated from fingerprints: ");
      html.text("see the evidence below.").end();
    }
  }

  private void measure(String name, String value) throws IOException {
    html.start("div").element("dt", name).element("dd", value).end();
  }

  private void writePlace(FindingLine finding) throws IOException {
    html.start("details", "place").element("summary", "Where it stands, digests and evidence");
    html.start("div", "pair");
    html.start("div").element("h4", "Document");
    writeDocument(finding.document());
    html.end().start("div").element("h4", "Finding");
    Facts facts = new Facts(html).add("Id", finding.id()).add("Key", finding.key());
    for (EvidenceLine evidence : finding.evidence()) {
      facts.add("Evidence", evidence.kind() + ", " + evidence.basis());
      facts.addAll(evidence.detail());
    }
    if (finding.work().edition() != null) {
      facts.add("Edition", finding.work().edition().id());
      facts.add("Its text\u2019s SHA-256", finding.work().edition().textSha256());
    }
    facts.end();
    html.end().end().end();
  }

  private static String count(Integer number) {
    return number == null ? null : Figures.count(number);
  }

  private void writeDocument(DocumentLine document) throws IOException {
    boolean bytes = document.byteStart() != null && document.byteEnd() != null;
    new Facts(html)
        .add("Corpus", document.corpus())
        .add("Path", document.path())
        .add("Member", document.member())
        .add("Record", Long.toString(document.record()))
        .add("Bytes", bytes ? Place.offsets(document.byteStart(), document.byteEnd()) : null)
        .add("Field", document.field())
        .add("Id", document.id())
        .add("File SHA-256", document.inputSha256())
        .add("Text SHA-256", document.textSha256())
        .add("Characters", count(document.chars()))
        .add("Words", count(document.words()))
        .add("Language", document.language())
        .add("Read by", document.extractor())
        .addAll(document.claims())
        .end();
  }
}
