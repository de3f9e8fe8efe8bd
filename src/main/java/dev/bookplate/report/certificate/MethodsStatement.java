package dev.bookplate.report.certificate;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.report.MeasuredError;
import dev.bookplate.report.MethodWords;
import java.util.ArrayList;
import java.util.List;

/** What the program does and why, what it guarantees, what was measured, and what it cannot say. */
final class MethodsStatement {
  /** What the methods rest on: the authors' own papers and the standards, nothing about them. */
  private static final List<String> SOURCES =
      List.of(
          "Windowed MinHash of shingles (winnowing), and its guarantee: S. Schleimer, D. S."
              + " Wilkerson, A. Aiken, Winnowing: Local Algorithms for Document Fingerprinting,"
              + " SIGMOD 2003.",
          "Resemblance and containment of texts by shingles and minima of hashes: A. Z. Broder, On"
              + " the Resemblance and Containment of Documents, Compression and Complexity of"
              + " Sequences 1997.",
          "Exact binomial intervals: C. J. Clopper, E. S. Pearson, The Use of Confidence or"
              + " Fiducial Limits Illustrated in the Case of the Binomial, Biometrika 26 (1934).",
          "Digests: FIPS 180-4 (SHA-1, SHA-256); RFC 1321 (MD5). Signatures: RFC 8032 (Ed25519).",
          "Code points and the order of text: The Unicode Standard; Unicode Standard Annex 9.");

  private final RunFacts facts;
  private final MeasuredError error;
  private final String designation;

  MethodsStatement(RunFacts facts, MeasuredError error, String designation) {
    this.facts = facts;
    this.error = error;
    this.designation = designation;
  }

  Draft draft() {
    Manifest manifest = facts.manifest();
    Draft draft = new Draft("Statement of methods", designation);
    draft.say(
        "This statement says what the program did. Neither it nor a certificate replaces what"
            + " Federal Rule of Evidence 702 asks of an expert: whether the method is reliable, and"
            + " was reliably applied here, is for a qualified person to say.");
    draft.section("What was asked");
    draft.say(
        "Which of the works in the catalogues stand, in whole or in part, in the documents of the"
            + " corpora; how much of each, which parts, and against which reference edition.");
    draft.section("What was done");
    draft.say(MethodWords.MATCHING);
    if (manifest.method() != null) {
      List<List<String>> steps = new ArrayList<>();
      manifest.method().forEach((step, how) -> steps.add(List.of(step, how)));
      draft.table(List.of("Step", "How, as the run records it"), steps);
    }
    draft.section("Why it was done so");
    draft.item(
        "Comparing every document with every book word by word is out of reach for large corpora."
            + " Fingerprints only propose where to look; they decide nothing.");
    draft.item(
        "Whole-text resemblance misses a chunk of a book: a slice of 2,000 words within a book of"
            + " 100,000 resembles it by 0.02. So stretches are compared, not whole texts.");
    draft.item(
        "Every text finding above lead rests on an exact alignment that a reader can follow, and"
            + " that verify makes again. Equal digests of files, numbers and titles state their own"
            + " basis.");
    draft.item(MethodWords.COMMON);
    draft.section("Guarantee");
    draft.say(manifest.guarantee() == null ? "The run states none." : manifest.guarantee());
    terms(draft, "Measures", MethodWords.MEASURES);
    terms(
        draft,
        "Grades: how sure it is that the document holds text of the work",
        MethodWords.GRADES);
    terms(draft, "Extents: how much of the work", MethodWords.EXTENTS);
    measured(draft);
    draft.section("Limits");
    for (MethodWords.Term limit :
        MethodWords.limits(manifest.files().containsKey(RunFiles.OUTPUTS))) {
      draft.item(limit.name() + " " + limit.text());
    }
    draft.section("Sources");
    SOURCES.forEach(draft::item);
    return draft;
  }

  private void measured(Draft draft) {
    draft.section("Measured error");
    draft.say(error.heading());
    if (!error.figures().isEmpty()) {
      draft.table(
          List.of("Control", "Share", "Counted", "95% interval"),
          error.figures().stream()
              .map(f -> List.of(f.what(), f.share(), f.counted(), f.interval()))
              .toList());
    }
    error.method().forEach(draft::say);
  }

  private static void terms(Draft draft, String head, List<MethodWords.Term> terms) {
    draft.section(head);
    draft.table(
        List.of("Word", "Means"),
        terms.stream().map(term -> List.of(term.name(), term.text())).toList());
  }
}
