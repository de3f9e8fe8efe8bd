package dev.bookplate.report;

import dev.bookplate.evidence.Manifest;
import java.io.IOException;

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
    paragraph(
        "Both sides are brought to the same words: case, punctuation, spacing, quotation marks,"
            + " ligatures and hyphens at line ends have no effect. Fingerprints of short stretches"
            + " of words propose where a document and an edition may agree. There the two texts are"
            + " aligned word by word, and what is reported is counted on that alignment.");
    writeWords();
    writeGrades();
    writeExtents();
    paragraph(
        "Text that stands in the background, or in works of many unrelated authors, is kept and"
            + " marked as common; it raises neither grade nor extent. A passage that is a list, a"
            + " numbering or of very few distinct words is never above lead, and says so.");
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
    term("Words in passages", "words of the document inside aligned passages.");
    term("Exact words", "those of them that agree with the edition's word in their place.");
    term("Longest run", "the longest stretch of exact words without a gap on either side.");
    term("Of the document", "words in passages over the document's words.");
    term("Of the work", "exact words of the edition, each once, over the edition's words.");
    term("Identity", "exact words over the longer side of the passages.");
    html.end();
  }

  private void writeGrades() throws IOException {
    html.element("h3", "Grade: how sure it is that the document holds text of the work");
    html.start("dl", "terms");
    term(
        "strong",
        "an unbroken run of 50 words, or 200 aligned words at 90% in one passage, or the same file"
            + " by SHA-256 or by two agreeing digests.");
    term(
        "moderate",
        "an unbroken run of 25 words, or 75 aligned words at 80% in one passage, or the same file"
            + " by MD5, SHA-1 or eD2k alone.");
    term("lead", "anything weaker that deserves a look, identifiers and titles alone included.");
    html.end();
    paragraph("The grade comes from the strongest single rule, never from a blended score.");
  }

  private void writeExtents() throws IOException {
    html.element("h3", "Extent: how much of the work").start("dl", "terms");
    term("whole", "90% of the work's words.");
    term("most", "50%.");
    term("part", "10%.");
    term("excerpt", "300 exact words.");
    term("quotation", "less.");
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

  private void term(String name, String text) throws IOException {
    html.start("div").element("dt", name).element("dd", text).end();
  }
}
