package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.report.ReportContent.WorkKey;
import dev.bookplate.report.Table.Column;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The findings by work: the surest in full, further ones as rows, the rest as a number. */
final class FindingsSection {
  private static final int OPEN = 10;

  private final Html html;
  private final ReportContent content;

  FindingsSection(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void write() throws IOException {
    long total = content.full.total();
    html.start("section").with("id", "findings");
    html.start("h2").text("Findings ").element("small", Figures.count(total)).end();
    if (total == 0) {
      html.element("p", "There are no findings.");
    } else {
      writeIntroduction();
      for (Map.Entry<WorkKey, List<ShownFinding>> group : content.fullByWork().entrySet()) {
        writeGroup(group.getKey(), group.getValue());
      }
      writeCompact();
    }
    html.end();
  }

  private void writeIntroduction() throws IOException {
    html.start("p", "note").text("Left the document of the corpus, right the reference edition: ");
    html.element("ins", "words only in the document").text(", ");
    html.element("del", "words only in the edition");
    html.text(". Offsets count Unicode code points of the extracted text from 0; the end is not ");
    html.text("included. ");
    if (content.full.left() > 0) {
      html.text(
          "The surest "
              + Figures.count(content.full.list().size())
              + " findings are shown in full, further ones in a table below them.");
    }
    html.end();
    // filled in by the script; without it the page is as long, and as readable
    html.start("div").with("id", "tools").with("hidden", "hidden").end();
  }

  private void writeGroup(WorkKey key, List<ShownFinding> rows) throws IOException {
    WorkLine work = rows.get(0).finding().work();
    html.start("section", "group").with("id", content.anchor(key));
    html.start("h3").start("cite").foreign(work.title() == null ? work.id() : work.title()).end();
    html.text(" ").element("small", shown(rows.size())).end();
    html.start("p", "by");
    html.foreign(work.authors() == null ? "" : String.join(", ", work.authors())).end();
    CoverageStrip strip = content.strip(key);
    if (strip != null) {
      html.start("div", "wide");
      strip.write(html);
      html.start("p", "note").text(strip.inWords()).end();
      html.end();
    }
    new WorkFacts(html).write(rows);
    html.start("div", "list");
    FindingArticle article = new FindingArticle(html);
    for (ShownFinding row : rows) {
      article.write(row, content.full.total() <= OPEN);
    }
    html.end().end();
  }

  /**
   * A heading must not pass for a work's count where the page does not show all of its findings.
   */
  private String shown(int rows) {
    String count = Figures.count(rows, "finding", "findings");
    return content.full.left() > 0 ? count + " shown here" : count;
  }

  private void writeCompact() throws IOException {
    List<ShownFinding> rows = content.compact.list();
    if (rows.isEmpty()) {
      return;
    }
    html.start("section", "group").with("id", "further");
    html.start("h3").text("Further findings ");
    html.element("small", Figures.count(rows.size())).end();
    html.start("p", "note").text("Their passages and texts stand in ");
    html.element("code", "findings.jsonl").text(" in the run's folder, by the same id. ");
    html.element("code", "bookplate show RUN ID").text(" shows one.").end();
    Table table =
        new Table(
            html,
            "stack compact sortable",
            "Further findings",
            Column.text("Grade"),
            Column.text("Work"),
            Column.text("Document"),
            Column.number("Words"),
            Column.number("Longest run"),
            Column.text("Id"));
    for (ShownFinding row : rows) {
      writeCompact(table, row.finding());
    }
    table.end();
    Cut.write(html, content.compact.left(), "findings", "findings.jsonl");
    html.end();
  }

  private void writeCompact(Table table, FindingLine finding) throws IOException {
    MeasuresLine measures = finding.measures();
    table.row().with("data-grade", GradeOrder.cssClass(finding.grade()));
    table.cell().with("data-sort", Integer.toString(GradeOrder.rank(finding.grade())));
    GradeMark.write(html, finding.grade());
    html.end();
    WorkLine work = finding.work();
    table.cell().start("cite").foreign(work.title() == null ? work.id() : work.title()).end().end();
    table.foreign(Place.file(finding.document()) + ", record " + finding.document().record());
    if (measures == null) {
      table.cell("");
      table.cell("");
    } else {
      table.count(measures.spanWords());
      if (measures.longestRunWords() == null) {
        table.cell("");
      } else {
        table.count(measures.longestRunWords());
      }
    }
    table.code(finding.id());
  }
}
