package dev.bookplate.report;

import dev.bookplate.evidence.CopyRow;
import dev.bookplate.report.Table.Column;
import java.io.IOException;

/** The documents that hold most of a work. */
final class CopiesSection {
  private static final int DIGITS = 12;

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
      writeIntroduction();
      writeTable();
    }
    html.end();
  }

  private void writeIntroduction() throws IOException {
    html.start("p", "note");
    html.text(
        "Documents that hold most of a work, or all of it, by the words that align exactly. ");
    html.text("Beside that, document and edition as a whole are estimated to resemble and to ");
    html.text("contain each other, from MinHash sketches of their shingles, with 95% intervals. ");
    html.text("An estimate is not a finding: no grade and no extent rests on one.").end();
    html.start("p", "note");
    html.text("Each copy is held against those of the same work before it: the same bytes, the ");
    html.text("same text, near (an estimated resemblance of 80% or more), or another edition or ");
    html.text("state of the text.").end();
  }

  private void writeTable() throws IOException {
    Table table =
        new Table(
            html,
            "stack copies sortable",
            "Copies",
            Column.text("Work and document"),
            Column.text("Extent"),
            Column.number("Work aligned"),
            Column.number("Document aligned"),
            Column.number("Longest run"),
            Column.number("Resemblance, est."),
            Column.number("Work in document, est."),
            Column.number("Document in work, est."),
            Column.text("Among the copies"));
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
    String place = copy.corpus() + "/" + copy.path() + member + ", record " + copy.record();
    table.cell().start("cite").foreign(title).end();
    html.start("small", "block").foreign(place).end().end();
    table.cell(copy.extent() == null ? "same file" : copy.extent());
    share(table, copy.alignedWorkCoverage());
    share(table, copy.alignedDocumentCoverage());
    table.cell(copy.longestRunWords() == null ? "" : Figures.count(copy.longestRunWords()));
    writeEstimates(table, copy);
    writeClass(table, copy);
  }

  private void writeEstimates(Table table, CopyRow copy) throws IOException {
    estimate(
        table,
        copy.estimatedResemblance(),
        copy.estimatedResemblanceLow(),
        copy.estimatedResemblanceHigh());
    estimate(
        table,
        copy.estimatedWorkInDocument(),
        copy.estimatedWorkInDocumentLow(),
        copy.estimatedWorkInDocumentHigh());
    estimate(
        table,
        copy.estimatedDocumentInWork(),
        copy.estimatedDocumentInWorkLow(),
        copy.estimatedDocumentInWorkHigh());
  }

  /** A share with its interval beneath it, in whole per cent, the limits rounded outwards. */
  private void estimate(Table table, Double value, Double low, Double high) throws IOException {
    if (value == null) {
      table.cell("");
      return;
    }
    table.cell().with("data-sort", Double.toString(value)).text(Math.round(value * 100) + "%");
    String limits = (int) Math.floor(low * 100) + "\u2013" + (int) Math.ceil(high * 100) + "%";
    html.element("small", "block", limits).end();
  }

  private void writeClass(Table table, CopyRow copy) throws IOException {
    table.cell().text(copy.copyClass());
    if (copy.copyResemblance() != null) {
      html.text(", " + Math.round(copy.copyResemblance() * 100) + "% est.");
    }
    if (copy.duplicateOf() != null) {
      html.start("small", "block")
          .text("of ")
          .start("code")
          .foreign(shortened(copy.duplicateOf()))
          .end();
      html.end();
    }
    html.end();
  }

  /** As many digits as {@code show} needs to know a finding by. */
  private static String shortened(String finding) {
    return finding.substring(0, Math.min(DIGITS, finding.length()));
  }

  private static void share(Table table, Double share) throws IOException {
    if (share == null) {
      table.cell("");
    } else {
      table.number(share, Figures.percent(share));
    }
  }
}
