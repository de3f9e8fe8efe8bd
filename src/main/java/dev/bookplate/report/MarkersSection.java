package dev.bookplate.report;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.MarkerRow;
import dev.bookplate.report.Table.Column;
import java.io.IOException;
import java.util.List;

/** What is known to show where copies came from. Nothing in runs of before. */
final class MarkersSection {
  private final Html html;
  private final ReportContent content;

  MarkersSection(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void write() throws IOException {
    Manifest.Markers markers = content.manifest.counts().markers();
    if (markers == null) {
      return;
    }
    List<MarkerCounts.OfRule> rules = content.markers.list();
    html.start("section").with("id", "markers");
    html.start("h2").text("Marks of where copies came from ");
    html.element("small", Figures.count(rules.size(), "rule", "rules")).end();
    writeIntroduction(markers.looked());
    if (rules.isEmpty()) {
      html.element("p", "No mark was found.");
    } else {
      writeTable(rules);
    }
    html.end();
  }

  private void writeIntroduction(long looked) throws IOException {
    html.start("p", "note");
    html.text(
        "Names and folders as known libraries give them, lines of distributors and converters, ");
    html.text("stamps of programs. They were looked for in ");
    html.text(Figures.count(looked, "document", "documents") + ": files, members of archives, ");
    html.text("records of 10,000 words or more, and whatever has a finding; in names and ");
    html.text("metadata, and in the first and last 20,000 characters of the text. A mark names ");
    html.text("no work, is copied on with the text, and is left by honest programs, too: it ");
    html.text("supports other evidence, and raises no grade.").end();
  }

  private void writeTable(List<MarkerCounts.OfRule> rules) throws IOException {
    Table table =
        new Table(
            html,
            "stack sortable",
            "Marks by rule",
            Column.text("May come from, or was made by"),
            Column.text("What the mark is"),
            Column.number("Documents"),
            Column.number("Files"),
            Column.text("First"));
    for (MarkerCounts.OfRule rule : rules) {
      MarkerRow first = rule.first();
      table.row();
      table.cell().foreign(first.indicates());
      html.start("small", "block").foreign(first.rule()).end().end();
      table.cell().foreign(first.says());
      if (rule.unfinished() > 0) {
        html.start("small", "block").text("Not tried to the end, taking too many steps, in ");
        html.text(Figures.count(rule.unfinished(), "document", "documents")).end();
      }
      html.end();
      table.count(rule.documents());
      table.count(rule.files());
      writeFirst(table, first);
    }
    table.end();
    html.start("p", "note").text("By file: ").element("code", "markers.csv").text(".").end();
  }

  private void writeFirst(Table table, MarkerRow first) throws IOException {
    if (first.record() == null) {
      table.cell("");
      return;
    }
    String member = first.member() == null ? "" : "!" + first.member();
    table.cell().foreign(first.corpus() + "/" + first.path() + member);
    html.text(", record " + first.record() + ", " + first.place());
    if (first.field() != null) {
      html.text(" ").foreign(first.field());
    }
    if (first.quote() != null) {
      html.start("small", "block").start("q").foreign(first.quote()).end().end();
    }
    html.end();
  }
}
