package dev.bookplate.report;

import dev.bookplate.evidence.OutputRow;
import dev.bookplate.report.Table.Column;
import java.io.IOException;

/** What models wrote, by prompt: how long the runs of books are. Nothing in other runs. */
final class OutputsSection {
  private final Html html;
  private final ReportContent content;

  OutputsSection(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void write() throws IOException {
    if (content.outputs.total() == 0) {
      return;
    }
    html.start("section").with("id", "outputs");
    html.start("h2").text("What a model wrote ");
    html.element("small", Figures.count(content.outputCounts.prompts(), "prompt", "prompts")).end();
    writeIntroduction();
    writeTable();
    html.end();
  }

  private void writeIntroduction() throws IOException {
    OutputCounts counts = content.outputCounts;
    html.start("p").text(Figures.count(counts.completions(), "completion", "completions"));
    html.text(" of " + Figures.count(counts.prompts(), "prompt", "prompts") + ". ");
    html.text("A run of 50 words or more came out for ");
    html.text(Figures.count(counts.reachWords(), "prompt", "prompts"));
    html.text(", one of 50 tokens or more for ");
    html.text(Figures.count(counts.reachTokens(), "prompt", "prompts"));
    html.text(counts.withoutTokens() == 0 ? "." : ", as far as tokens were counted.").end();
    html.start("p", "note");
    html.text("A run is an unbroken stretch of words that stand in the edition, too, case and ");
    html.text("punctuation aside. Its tokens are those of the named tokenizer, in the ");
    html.text("completion, that lie inside it. 50 words is the line that was argued in court, 50 ");
    html.text("tokens that of the literature on extraction. A word that is one of seven ");
    html.text("consecutive words which the prompt has in a row (twelve characters of Chinese or ");
    html.text("Japanese) stands in the prompt: it is shown, and counts for nothing.").end();
    if (counts.unknownPrompts() > 0) {
      html.start("p", "flag").element("b", "Not known: ");
      html.text("what was asked in " + Figures.count(counts.unknownPrompts(), "case", "cases"));
      html.text(". There nothing could be left out; --prompts names a file of requests.").end();
    }
  }

  private void writeTable() throws IOException {
    Table table =
        new Table(
            html,
            "stack sortable",
            "Longest runs by prompt and work",
            Column.text("Prompt"),
            Column.text("Work"),
            Column.text("Grade"),
            Column.number("Completions"),
            Column.number("Longest run, words"),
            Column.number("Longest run, tokens"),
            Column.text("50 words"),
            Column.text("50 tokens"),
            Column.number("Run in the prompt"),
            Column.text("Where"));
    for (OutputRow row : content.outputs.list()) {
      table.row();
      table.foreign(row.promptId());
      table.foreign(row.workId() == null ? "" : row.title() == null ? row.workId() : row.title());
      table.cell(row.grade() == null ? "" : row.grade());
      table.count(row.completions());
      count(table, row.longestRunWords());
      count(table, row.longestRunTokens());
      table.cell(told(row.workId(), row.reaches50Words()));
      table.cell(told(row.workId(), row.reaches50Tokens()));
      count(table, row.promptRunWords());
      String member = row.member() == null ? "" : "!" + row.member();
      String place = row.record() == null ? "" : ", record " + row.record() + ", " + row.choice();
      table.foreign(row.corpus() + "/" + row.path() + member + place);
    }
    table.end();
    Cut.write(html, content.outputs.left(), "rows", "outputs.csv");
  }

  private static void count(Table table, Integer number) throws IOException {
    if (number == null) {
      table.cell("");
    } else {
      table.count(number);
    }
  }

  private static String told(String work, Boolean reached) {
    if (work == null) {
      return "nothing found";
    } else if (reached == null) {
      return "not counted";
    }
    return reached ? "reached" : "not reached";
  }
}
