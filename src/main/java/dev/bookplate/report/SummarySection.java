package dev.bookplate.report;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Manifest.Counts;
import dev.bookplate.evidence.SelfTest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The head of the page: what this is, whether it is whole, and what came out in a few figures. */
final class SummarySection {
  private static final int CORPORA = 3;

  private final Html html;
  private final Manifest manifest;
  private final Counts counts;

  SummarySection(Html html, ReportContent content) {
    this.html = html;
    this.manifest = content.manifest;
    this.counts = manifest.counts();
  }

  /** The page's title. */
  static String title(Manifest manifest) {
    return "Bookplate, "
        + statusName(manifest)
        + ": search of "
        + String.join(", ", corpora(manifest).stream().limit(CORPORA).toList());
  }

  void write() throws IOException {
    html.start("header");
    html.element("p", "brand", "Bookplate");
    writeHeading();
    writeStatus();
    writeLede();
    writeFigures();
    writeLedger();
    writeSelfTest();
    if (manifest.guarantee() != null) {
      html.start("p", "guarantee");
      html.element("strong", "What is found for certain. ");
      html.text(manifest.guarantee()).end();
    }
    writeContents();
    html.end();
  }

  private void writeHeading() throws IOException {
    html.start("h1");
    html.text("Search for " + Figures.count(counts.works(), "work", "works") + " in ");
    List<String> corpora = corpora(manifest);
    for (int i = 0; i < Math.min(CORPORA, corpora.size()); i++) {
      html.text(i == 0 ? "" : ", ").foreign(corpora.get(i));
    }
    if (corpora.isEmpty()) {
      html.text("no corpus");
    } else if (corpora.size() > CORPORA) {
      html.text(" and " + (corpora.size() - CORPORA) + " more");
    }
    html.end();
  }

  private void writeStatus() throws IOException {
    html.start("div", "status " + statusClass()).with("role", "note");
    html.element("strong", statusHead());
    html.start("span").text(statusText());
    if (manifest.statusReason() != null) {
      html.text(" ").foreign(manifest.statusReason());
    }
    html.end().end();
  }

  private String statusClass() {
    boolean gaps = manifest.status() == Manifest.Status.COMPLETE && counts.mayHoldText() > 0;
    return gaps ? "gaps" : statusName(manifest);
  }

  private String statusHead() {
    return switch (manifest.status()) {
      case COMPLETE -> counts.mayHoldText() > 0 ? "Complete, with gaps" : "Complete";
      case INCOMPLETE -> "Incomplete";
      case FAILED -> "Failed";
    };
  }

  private String statusText() {
    return switch (manifest.status()) {
      case COMPLETE ->
          counts.mayHoldText() > 0
              ? "The corpus was gone through to its end. "
                  + Figures.count(counts.mayHoldText(), "record", "records")
                  + " that may hold text could not be searched; each is listed below."
              : "The corpus was gone through to its end, and nothing that may hold text was left"
                  + " out.";
      case INCOMPLETE ->
          "The run stopped before the end of the corpus. What follows covers a part of it only.";
      case FAILED ->
          counts.read() > 0
              ? "The lookup was tested, and failed. What was not found may be there."
              : "Not one document could be read. This run shows nothing: neither that a work is in"
                  + " the corpus nor that it is not.";
    };
  }

  private void writeLede() throws IOException {
    html.start("p", "lede");
    if (counts.read() == 0) {
      html.text("No document was searched, so nothing can be said about any work.");
    } else {
      html.text(
          "Bookplate searched "
              + Figures.count(counts.read(), "document", "documents")
              + " with "
              + Figures.count(counts.words(), "word", "words")
              + " for "
              + Figures.count(counts.works(), "work", "works")
              + ". ");
      html.text(result());
    }
    html.end();
  }

  private String result() {
    if (counts.worksFound() == 0) {
      return "It found no match of any of them. That is not proof that they are not there.";
    }
    return "It found matches of "
        + Figures.count(counts.worksFound())
        + " of them: "
        + Figures.count(findings(), "finding", "findings")
        + ", of which "
        + Figures.count(findings("strong"))
        + " strong, "
        + Figures.count(findings("moderate"))
        + " moderate and "
        + Figures.count(findings("lead"), "lead", "leads")
        + ".";
  }

  private long findings() {
    return counts.findings().values().stream().mapToLong(Long::longValue).sum();
  }

  private long findings(String grade) {
    return counts.findings().getOrDefault(grade, 0L);
  }

  private void writeFigures() throws IOException {
    html.start("dl", "figures");
    figure("Works found", counts.worksFound(), "of " + Figures.count(counts.works()));
    for (String grade : GradeOrder.GRADES) {
      figure(grade.substring(0, 1).toUpperCase(Locale.ROOT) + grade.substring(1), grade);
    }
    figure("Copies", counts.copies(), "most of a work, or all");
    figure("Documents searched", counts.read(), "of " + Figures.count(counts.seen()) + " seen");
    html.end();
  }

  /** Every record is one of these. */
  private void writeLedger() throws IOException {
    long skipped = counts.skipped().values().stream().mapToLong(Long::longValue).sum();
    html.start("p", "sum");
    term(counts.seen(), counts.seen() == 1 ? "record seen" : "records seen");
    html.text(" = ");
    term(counts.read(), "searched");
    html.text(" + ");
    term(skipped, "skipped");
    if (skipped > 0) {
      html.text(" (").foreign(listed(counts.skipped())).text(")");
    }
    html.text(" + ");
    term(counts.failed(), "failed").end();
    if (!counts.conditions().isEmpty()) {
      html.start("p");
      html.text("Searched, and not what a book should be: ");
      html.foreign(listed(counts.conditions())).text(".").end();
    }
  }

  private static String listed(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(c -> Figures.count(c.getValue()) + " " + c.getKey())
        .collect(Collectors.joining(", "));
  }

  private Html term(long number, String name) throws IOException {
    html.start("span", "term").element("b", Figures.count(number));
    return html.text(" " + name).end();
  }

  private void figure(String name, String grade) throws IOException {
    long number = findings(grade);
    figure(name, number, number == 1 ? "finding" : "findings");
  }

  private void figure(String name, long number, String note) throws IOException {
    // a zero would look like a result where nothing was searched
    boolean known = counts.read() > 0 || number > 0 || name.startsWith("Documents");
    html.start("div").element("dt", name);
    html.start("dd").element("b", known ? Figures.count(number) : "\u2013");
    html.text(" ").element("small", note).end().end();
  }

  private void writeSelfTest() throws IOException {
    SelfTest test = manifest.selfTest();
    if (test == null) {
      return;
    }
    html.start("p", "guarantee").with("id", "self-test");
    html.element("strong", "Self-test. ");
    html.text(
        "Passages of the works that are looked for were looked up as documents of a corpus are: "
            + test.statement()
            + ". "
            + Figures.count(test.passages(), "passage", "passages")
            + (test.passages() == 1 ? " was" : " were")
            + " looked up");
    if (test.fingerprints() > 0) {
      html.text(
          ", and "
              + Figures.count(test.fingerprints(), "fingerprint", "fingerprints")
              + " of works whose text is not held");
    }
    if (test.notSearchable() > 0) {
      html.text(
          "; "
              + Figures.count(test.notSearchable(), "work is", "works are")
              + " not searchable by text, having less than 25 words or none");
    }
    html.text(".").end();
    writeMissed(test);
  }

  private void writeMissed(SelfTest test) throws IOException {
    if (test.missedWorks().isEmpty()) {
      return;
    }
    html.start("details").element("summary", "Works that the lookup does not find").start("ul");
    for (SelfTest.MissedWork work : test.missedWorks()) {
      html.start("li").foreign(work.title()).text(", ");
      html.foreign(work.catalogue() + ", " + work.id()).end();
    }
    html.end();
    long more = test.missed() - test.missedWorks().size();
    if (more > 0) {
      html.element("p", Figures.count(more) + " more were not found.");
    }
    html.end();
  }

  private void writeContents() throws IOException {
    html.start("nav").with("aria-label", "Contents").start("ul");
    link("searched", "What was searched");
    link("works", "Works");
    link("findings", "Findings");
    link("copies", "Copies");
    if (counts.markers() != null) {
      link("markers", "Marks of origin");
    }
    link("limits", "What this does not show");
    if (manifest.calibration() != null) {
      link("controls", "Planted controls");
    }
    link("method", "Method");
    link("record", "Record of the run");
    html.end().end();
  }

  private void link(String anchor, String text) throws IOException {
    html.start("li").start("a").toAnchor(anchor).text(text).end().end();
  }

  private static List<String> corpora(Manifest manifest) {
    return manifest.inputs().stream().map(Manifest.Input::corpus).distinct().toList();
  }

  private static String statusName(Manifest manifest) {
    return manifest.status().name().toLowerCase(Locale.ROOT);
  }
}
