package dev.bookplate.report.exhibit;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.WorkRow;
import dev.bookplate.report.Figures;
import dev.bookplate.report.MeasuredError;
import dev.bookplate.report.MethodWords;
import dev.bookplate.report.page.Look;
import dev.bookplate.report.page.PageBook;
import dev.bookplate.report.page.Words;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands before the sheets: what this is, how it came about, how sure it is, which works. */
final class FrontMatter {
  private static final float TITLE = 18;
  private static final float PART = 14;
  private static final float SECTION = 11;

  private final PageBook book;
  private final RunReader run;
  private final Manifest manifest;
  private final ExhibitPlan plan;

  FrontMatter(PageBook book, RunReader run, ExhibitPlan plan) {
    this.book = book;
    this.run = run;
    this.plan = plan;
    manifest = run.manifest();
  }

  /** Of the first file. */
  void whole(String runSha256) throws IOException {
    cover(runSha256, 1);
    method();
    error();
    works();
  }

  /** What this is. */
  void cover(String runSha256, int part) throws IOException {
    book.newPage();
    book.bookmark("Cover", 0);
    book.heading("Exhibit: text of known works in a training corpus", TITLE);
    book.paragraph(
        Words.plain(
            "Each sheet shows what was found of one work in one document of the corpus: where, how"
                + " much, against which reference edition, and by which rule."));
    book.space();
    Manifest.Tool tool = manifest.tool();
    Manifest.Counts counts = manifest.counts();
    book.fact("Part", part == 1 ? null : Integer.toString(part));
    book.fact("Run", "manifest SHA-256 " + runSha256);
    book.fact("Status", manifest.status().name().toLowerCase(java.util.Locale.ROOT));
    book.fact("", manifest.statusReason());
    book.fact("Scanned", manifest.run() == null ? null : manifest.run().finished());
    book.fact("Program", tool.name() + " " + tool.version());
    book.fact("", tool.build() == null ? null : "commit " + tool.build());
    book.fact("", tool.sha256() == null ? null : "SHA-256 " + tool.sha256());
    book.fact("Corpus", corpora());
    book.fact(
        "", Figures.count(counts.files(), "file", "files") + ", " + Figures.bytes(counts.bytes()));
    book.fact(
        "Documents",
        String.format(
            java.util.Locale.ROOT,
            "%s seen = %s searched + %s skipped + %s failed",
            Figures.count(counts.seen()),
            Figures.count(counts.read()),
            Figures.count(counts.skipped().values().stream().mapToLong(Long::longValue).sum()),
            Figures.count(counts.failed())));
    for (Manifest.Catalogue catalogue : manifest.catalogues()) {
      book.fact("Catalogue", catalogue(catalogue));
      book.fact("", "digest " + catalogue.digest());
    }
    book.fact(
        "Findings",
        counts.findings().entrySet().stream()
            .map(grade -> Figures.count(grade.getValue()) + " " + grade.getKey())
            .collect(Collectors.joining(", ")));
    book.fact(
        "Works",
        Figures.count(counts.worksFound()) + " of " + Figures.count(counts.works()) + " found");
    book.fact("Numbers", "from " + plan.numbers().of(plan.numbers().start()) + ", one a page");
    book.fact("Designation", plan.designation());
    book.fact("Quotations", quotations());
    book.space();
    book.paragraph(
        List.of(
            new Words("How to read a sheet. ", Look.BOLD),
            new Words("The document stands left, the reference edition right. ", Look.PLAIN),
            new Words("Underlined, green", Look.DOCUMENT_ONLY),
            new Words(": only in the document. ", Look.PLAIN),
            new Words("Struck through, red", Look.EDITION_ONLY),
            new Words(
                ": only in the edition. Lines are numbered from 1 on each page. Offsets are"
                    + " half-open and count Unicode code points of the extracted text. A character"
                    + " that would hide or reorder others stands by its number, as \\u{202E}.",
                Look.PLAIN)));
  }

  private String corpora() {
    return manifest.inputs().stream()
        .map(Manifest.Input::corpus)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String catalogue(Manifest.Catalogue catalogue) {
    return catalogue.name()
        + (catalogue.asOf() == null ? "" : ", as of " + catalogue.asOf())
        + ", "
        + Figures.count(catalogue.works(), "work", "works");
  }

  private String quotations() {
    if (manifest.quotePolicy().isNone()) {
      return "none: the run holds no text of the corpus";
    }
    if (plan.redaction() == null) {
      return "as the run has them";
    }
    return plan.redaction().words() == 0
        ? "redacted; each is named by its SHA-256"
        : "redacted to "
            + Figures.count(plan.redaction().words(), "word", "words")
            + " a side; each that was cut is named by its SHA-256";
  }

  private void method() throws IOException {
    book.newPage();
    book.bookmark("Method and guarantee", 0);
    book.heading("Method and guarantee", PART);
    book.paragraph(Words.plain(MethodWords.MATCHING));
    if (manifest.guarantee() != null) {
      book.heading("Guarantee", SECTION);
      book.paragraph(Words.plain(manifest.guarantee()));
    }
    book.heading("Measures", SECTION);
    terms(MethodWords.MEASURES);
    book.heading("Grades: how sure it is that the document holds text of the work", SECTION);
    terms(MethodWords.GRADES);
    book.heading("Extents: how much of the work", SECTION);
    terms(MethodWords.EXTENTS);
    book.space();
    book.paragraph(Words.plain(MethodWords.COMMON));
    book.heading("What this does not show", SECTION);
    boolean ofOutputs = manifest.files().containsKey(RunFiles.OUTPUTS);
    for (MethodWords.Term limit : MethodWords.limits(ofOutputs)) {
      book.paragraph(
          List.of(new Words(limit.name() + " ", Look.BOLD), new Words(limit.text(), Look.PLAIN)));
    }
  }

  private void terms(List<MethodWords.Term> terms) throws IOException {
    for (MethodWords.Term term : terms) {
      book.fact(term.name(), term.text());
    }
  }

  private void error() throws IOException {
    MeasuredError error = MeasuredError.of(run);
    book.newPage();
    book.bookmark("Measured error", 0);
    book.heading("Measured error", PART);
    book.paragraph(Words.plain(error.heading()));
    if (!error.figures().isEmpty()) {
      row(List.of("Control", "Share", "Counted", "95% interval"), Look.BOLD, .5f, .16f, .16f, .18f);
    }
    for (MeasuredError.Figure figure : error.figures()) {
      row(
          List.of(figure.what(), figure.share(), figure.counted(), figure.interval()),
          Look.PLAIN,
          .5f,
          .16f,
          .16f,
          .18f);
    }
    book.space();
    for (String paragraph : error.method()) {
      book.paragraph(Words.plain(paragraph));
    }
  }

  private void works() throws IOException {
    book.newPage();
    book.bookmark("Works", 0);
    book.heading("Works found", PART);
    float[] shares = {.46f, .11f, .11f, .11f, .11f, .1f};
    row(
        List.of("Work", "Grade", "Extent", "Of the work", "Longest run", "Findings"),
        Look.BOLD,
        shares);
    long notFound = 0;
    try (Stream<WorkRow> works = run.works()) {
      for (Iterator<WorkRow> each = works.iterator(); each.hasNext(); ) {
        WorkRow work = each.next();
        if (work.findings() == 0) {
          notFound++;
          continue;
        }
        row(cells(work), Look.PLAIN, shares);
      }
    }
    book.space();
    Manifest.FileDigest table = manifest.files().get(RunFiles.WORKS);
    book.paragraph(
        Words.plain(
            Figures.count(notFound, "more work was", "more works were")
                + " looked for and not found. All that were looked for, with how, stand in "
                + RunFiles.WORKS
                + " of the run"
                + (table == null ? "." : ", SHA-256 " + table.sha256() + ".")));
  }

  private static List<String> cells(WorkRow work) {
    String authors = work.authors() == null ? "" : String.join(", ", work.authors());
    String title = work.title() == null ? work.workId() : work.title();
    return List.of(
        authors.isEmpty() ? title : title + ", by " + authors,
        String.valueOf(work.grade()),
        work.extent() == null ? "–" : work.extent(),
        work.unionCoverage() == null ? "–" : Figures.percent(work.unionCoverage()),
        work.longestRunWords() == null ? "–" : Figures.count(work.longestRunWords()),
        Figures.count(work.findings()));
  }

  private void row(List<String> cells, Look look, float... shares) throws IOException {
    book.row(cells.stream().map(cell -> List.of(new Words(cell, look))).toList(), shares);
  }
}
