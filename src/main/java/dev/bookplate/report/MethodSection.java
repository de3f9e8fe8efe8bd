package dev.bookplate.report;

import dev.bookplate.evidence.Manifest;
import java.io.IOException;
import java.util.List;

/** How findings come about, and what their words mean. */
final class MethodSection {
  private final Html html;
  private final Manifest manifest;

  MethodSection(Html html, Manifest manifest) {
    this.html = html;
    this.manifest = manifest;
  }

  void write() throws IOException {
    html.start("section", "prose").with("id", "method").element("h2", "Method");
    paragraph(MethodWords.MATCHING);
    writeWords();
    writeGrades();
    writeExtents();
    paragraph(MethodWords.COMMON);
    writeCopies();
    writeQuotes();
    writeFingerprint();
    html.end();
  }

  private void paragraph(String text) throws IOException {
    html.element("p", text);
  }

  private void writeWords() throws IOException {
    html.element("h3", "Measures").start("dl", "terms");
    terms(MethodWords.MEASURES);
    html.end();
  }

  private void writeGrades() throws IOException {
    html.element("h3", "Grade: how sure it is that the document holds text of the work");
    html.start("dl", "terms");
    terms(MethodWords.GRADES);
    html.end();
    paragraph("The grade comes from the strongest single rule, never from a blended score.");
  }

  private void writeExtents() throws IOException {
    html.element("h3", "Extent: how much of the work").start("dl", "terms");
    terms(MethodWords.EXTENTS);
    html.end();
    paragraph(
        "For a work as a whole, the extent is that of all its passages that are moderate on their"
            + " own, over all documents, each word of the edition counted once. How often each word"
            + " occurs is counted over the same passages; those that overlap or lie up to 12 words"
            + " apart in the edition make one distinct passage. Common text is left out, and where"
            + " it would make a difference, the result with it stands beside.");
  }

  private void writeCopies() throws IOException {
    html.element("h3", "Copies");
    paragraph(
        "A document is a copy where the words that align exactly make up half of the work. The"
            + " document and the edition are then compared as sets of shingles (stretches of words)"
            + " by MinHash sketches: resemblance is the share of all their shingles that both have,"
            + " containment the share of one\u2019s that the other has. Both are estimates; the"
            + " intervals are exact binomial ones at 95%. The document\u2019s sketch is kept with"
            + " the finding, and can be compared when the text is gone.");
  }

  private void writeQuotes() throws IOException {
    html.element("h3", "Quotations");
    paragraph(
        manifest.quotePolicy().isNone()
            ? "This run holds no text of the corpus: quotations were switched off."
            : "The run quotes at most "
                + Figures.count(manifest.quotePolicy().perPassageWords(), "word", "words")
                + " of a passage and "
                + Figures.count(manifest.quotePolicy().perWorkWords(), "word", "words")
                + " of a work. Measures always count the whole passage.");
  }

  private void writeFingerprint() throws IOException {
    html.element("h3", "Fingerprints");
    new Facts(html).addAll(manifest.fingerprint()).end();
  }

  private void terms(List<MethodWords.Term> terms) throws IOException {
    for (MethodWords.Term term : terms) {
      html.start("div").element("dt", term.name()).element("dd", term.text()).end();
    }
  }
}
