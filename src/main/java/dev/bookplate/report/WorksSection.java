package dev.bookplate.report;

import dev.bookplate.evidence.WorkRow;
import dev.bookplate.report.ReportContent.WorkKey;
import dev.bookplate.report.Table.Column;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Every work that was looked for: the found ones with a strip, then the others. */
final class WorksSection {
  private static final int OPEN = 40;

  private final Html html;
  private final ReportContent content;

  WorksSection(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void write() throws IOException {
    html.start("section").with("id", "works").element("h2", "Works");
    writeFound();
    writeNotFound();
    html.end();
  }

  private void writeFound() throws IOException {
    html.start("h3").text("Found ").element("small", Figures.count(content.found.total())).end();
    if (content.found.total() == 0) {
      html.element("p", "No work has a finding.");
      return;
    }
    html.start("p", "note");
    html.text("The strip runs from the first word of the edition to the last. ");
    html.text("Coloured parts were found, the taller and darker the oftener:");
    legend("d1", "under half of the words there");
    legend("d2", "once");
    legend("d3", "2 to 4 times");
    legend("d4", "5 times or more");
    html.end();
    if (content.found.list().stream().anyMatch(WorksSection::changesWithCommon)) {
      html.start("p", "note");
      html.text("Common text, which stands in the background or in works of many authors, proves ");
      html.text("no work and is left out of grade, extent and strip. Where that makes a ");
      html.text("difference, a small line says what they would be with it.").end();
    }
    Table table =
        new Table(
            html,
            "stack works sortable",
            "Works with findings",
            Column.text("Work"),
            Column.text("Grade"),
            Column.number("Of the work"),
            Column.number("Longest run"),
            Column.number("Documents"),
            Column.number("Copies"),
            Column.text("Rights"));
    for (WorkRow work : content.found.list()) {
      writeFound(table, work);
    }
    table.end();
    Cut.write(html, content.found.left(), "works with findings", "works.csv");
  }

  private void legend(String level, String text) throws IOException {
    html.text(" ").start("span", "key").element("i", level, "").text(text).end();
  }

  private void writeFound(Table table, WorkRow work) throws IOException {
    table.row();
    table.cell();
    writeName(work);
    CoverageStrip strip = content.strip(WorkKey.of(work));
    if (strip != null) {
      strip.write(html);
    }
    new Occurrences(html).write(work);
    html.end();
    table.cell().with("data-sort", Integer.toString(GradeOrder.rank(work.grade())));
    GradeMark.write(html, work.grade());
    if (work.extent() != null) {
      html.text(" ").element("span", "extent", work.extent());
    }
    html.text(work.isShort() ? " (short work)" : "");
    writeWithCommon(work);
    html.end();
    writeUnion(table, work);
    table.count(work.documents());
    table.count(work.copies());
    table.cell(rights(work));
  }

  /** Not known where the reference's text is not held. */
  private void writeUnion(Table table, WorkRow work) throws IOException {
    if (work.unionCoverage() == null) {
      table.cell("estimated");
      table.cell("not known");
      return;
    }
    table.cell().with("data-sort", Double.toString(work.unionCoverage()));
    html.element("b", Figures.percent(work.unionCoverage()));
    html.element("small", "block", Figures.count(work.exactWords()) + " words").end();
    table.number(work.longestRunWords(), Figures.count(work.longestRunWords(), "word", "words"));
  }

  /** What would be said if common text counted, where that is something else. */
  private void writeWithCommon(WorkRow work) throws IOException {
    if (work.unionCoverage() != null && changesWithCommon(work)) {
      html.element(
          "small",
          "block",
          "with common text counted: "
              + work.gradeWithCommon()
              + (work.extentWithCommon() == null ? "" : " " + work.extentWithCommon())
              + ", "
              + Figures.percent(work.coverageWithCommon()));
    }
  }

  private static boolean changesWithCommon(WorkRow work) {
    return !Objects.equals(work.grade(), work.gradeWithCommon())
        || !Objects.equals(work.extent(), work.extentWithCommon())
        || !Objects.equals(work.unionCoverage(), work.coverageWithCommon());
  }

  private void writeName(WorkRow work) throws IOException {
    String anchor = content.anchor(WorkKey.of(work));
    html.start("cite");
    if (anchor != null) {
      html.start("a").toAnchor(anchor).foreign(title(work)).end();
    } else {
      html.foreign(title(work));
    }
    html.end();
    html.start("span", "block by").foreign(String.join(", ", work.authors())).end();
    html.start("small", "block");
    if (!work.isbns().isEmpty()) {
      html.text("ISBN ").foreign(String.join(", ", work.isbns())).text("; ");
    }
    html.text("looked for by ").foreign(work.searchedBy()).end();
  }

  private void writeNotFound() throws IOException {
    boolean searched = content.manifest.counts().read() > 0;
    html.start("h3")
        .text(searched ? "Looked for, not found " : "Not looked for: nothing was read ");
    html.element("small", Figures.count(content.notFound.total())).end();
    if (content.notFound.total() == 0) {
      html.element("p", "Every work that was looked for has a finding.");
      return;
    }
    html.start("details").with("open", content.notFound.total() <= OPEN ? "open" : null);
    html.element(
        "summary",
        searched ? "No match was found of these works" : "Nothing is known about these works");
    Table table =
        new Table(
            html,
            "stack sortable",
            "Works without findings",
            Column.text("Work"),
            Column.text("Author"),
            Column.text("ISBN"),
            Column.text("Looked for by"),
            Column.text("Rights"));
    for (WorkRow work : content.notFound.list()) {
      table.row();
      table.cell().start("cite").foreign(title(work)).end().end();
      table.foreign(String.join(", ", work.authors()));
      table.foreign(String.join(", ", work.isbns()));
      table.foreign(work.searchedBy());
      table.cell(rights(work));
    }
    table.end();
    Cut.write(html, content.notFound.left(), "works without findings", "works.csv");
    html.end();
  }

  private static String title(WorkRow work) {
    return work.title() == null ? work.workId() : work.title();
  }

  private static String rights(WorkRow work) {
    List<String> known =
        Stream.of(
                work.rightsStatus() == null ? "unknown" : work.rightsStatus().replace('-', ' '),
                work.rightsJurisdiction(),
                work.holder(),
                work.permission())
            .filter(Objects::nonNull)
            .toList();
    return String.join(", ", known);
  }
}
