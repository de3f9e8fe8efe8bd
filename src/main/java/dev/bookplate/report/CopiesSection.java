package dev.bookplate.report;

import dev.bookplate.evidence.CopyRow;
import dev.bookplate.report.Table.Column;
import java.io.IOException;

/** The documents that hold most of a work. */
final class CopiesSection {
  private final Html html;
  private final ReportContent content;

  CopiesSection(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void write() throws IOException {
    html.start("section").with("id", "copies");
    html.start("h2").text("Copies ").element("small", Figures.count(content.copies.total())).end();
    if (content.copies.total() == 0) {
      html.element("p", "No document holds most of a work.");
    } else {
      html.element("p", "note", "Documents that hold most of a work, or all of it.");
      writeTable();
    }
    html.end();
  }

  private void writeTable() throws IOException {
    Table table =
        new Table(
            html,
            "stack sortable",
            "Copies",
            Column.text("Work"),
            Column.text("Document"),
            Column.text("Extent"),
            Column.number("Of the work"),
            Column.number("Of the document"),
            Column.number("Longest run"),
            Column.text("Duplicate of"));
    for (CopyRow copy : content.copies.list()) {
      writeRow(table, copy);
    }
    table.end();
    Cut.write(html, content.copies.left(), "copies", "copies.csv");
  }

  private void writeRow(Table table, CopyRow copy) throws IOException {
    String member = copy.member() == null ? "" : "!" + copy.member();
    table.row();
    String title = copy.title() == null ? copy.workId() : copy.title();
    table.cell().start("cite").foreign(title).end().end();
    table.foreign(copy.corpus() + "/" + copy.path() + member + ", record " + copy.record());
    table.cell(copy.extent());
    share(table, copy.workCoverage());
    share(table, copy.documentCoverage());
    table.cell(copy.longestRunWords() == null ? "" : Figures.count(copy.longestRunWords()));
    table.cell();
    if (copy.duplicateOf() != null) {
      html.start("code").foreign(copy.duplicateOf()).end();
      html.element("small", "block", copy.duplicateBasis());
    }
    html.end();
  }

  private static void share(Table table, Double share) throws IOException {
    if (share == null) {
      table.cell("");
    } else {
      table.number(share, Figures.percent(share));
    }
  }
}
