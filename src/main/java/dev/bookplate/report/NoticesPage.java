package dev.bookplate.report;

import dev.bookplate.notices.NoticeRates.Rates;
import dev.bookplate.notices.NoticeRates.RightsRate;
import dev.bookplate.notices.NoticeRule;
import dev.bookplate.notices.NoticeRules;
import dev.bookplate.notices.PermutationTest;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page about notices: one file, like a run's report, with the same safeguards. */
final class NoticesPage {
  private static final Map<String, String> SORTS =
      Map.of(
          "NOTICES", "Notices",
          "FILTER_WORDS", "Lines of front matter with filter words",
          "OTHER_FRONT", "Other lines of front matter");

  private final Html html;
  private final NoticeFacts facts;
  private final NoticeRules rules;

  private NoticesPage(Html html, NoticeFacts facts, NoticeRules rules) {
    this.html = html;
    this.facts = facts;
    this.rules = rules;
  }

  /**
   * Writes the page.
   *
   * @param lacksQuotes whether the tables lack quotes because of the run's policy
   * @param out UTF-8; not closed
   */
  static void write(NoticeFacts facts, NoticeRules rules, boolean lacksQuotes, Writer out)
      throws IOException {
    Html html = new Html(out);
    html.start("html").with("lang", "en");
    HtmlReport.writeHead(html, "Notices: Bookplate");
    html.start("body").start("main");
    html.element("p", "brand", "Bookplate");
    html.element("h1", "Notices of references in the copies of a run");
    new NoticesPage(html, facts, rules).sections(lacksQuotes);
    html.end().end().end();
    html.finish();
    out.flush();
  }

  private void sections(boolean lacksQuotes) throws IOException {
    Rates rates = facts.rates();
    html.element(
        "p",
        String.format(
            Locale.ROOT,
            "%s: of these %d with the text of an earlier one, which are not counted; %d whose"
                + " reference has no notices; %d not examined.",
            Figures.count(rates.copies(), "copy", "copies"),
            rates.duplicates(),
            rates.withoutNotices(),
            rates.notExamined()));
    if (lacksQuotes) {
      html.element("p", "Quotes beyond what the run may hold are left out of the tables.");
    }
    list("limits", "What this does not show", facts.limits());
    html.start("section").with("id", "lines").element("h2", "Lines");
    lines(rates);
    html.end();
    html.start("section").with("id", "rights").element("h2", "Copies by rights");
    rights(rates);
    html.end();
    html.start("section").with("id", "tests").element("h2", "Comparisons");
    comparisons(rates);
    html.end();
    list("method", "How it was done", facts.method());
    html.start("section").with("id", "rules").element("h2", "Rules");
    ruleTable();
    html.end();
  }

  private void list(String id, String head, List<String> items) throws IOException {
    html.start("section", "prose").with("id", id).element("h2", head).start("ul");
    for (String item : items) {
      html.element("li", item);
    }
    html.end().end();
  }

  private void lines(Rates rates) throws IOException {
    Table table =
        new Table(
            html,
            "notices",
            "Lines by what is seen of them",
            Table.Column.text("Lines"),
            Table.Column.number("Present"),
            Table.Column.number("Altered"),
            Table.Column.number("Absent in context"),
            Table.Column.number("Not covered"));
    for (Map.Entry<String, List<Long>> each : rates.lines().entrySet()) {
      table.row();
      table.cell(SORTS.get(each.getKey()));
      for (Long count : each.getValue()) {
        table.count(count);
      }
    }
    table.end();
  }

  private void rights(Rates rates) throws IOException {
    Table table =
        new Table(
            html,
            "notices",
            "Copies by the rights of their works",
            Table.Column.text("Rights"),
            Table.Column.number("Copies"),
            Table.Column.number("With a notice absent in context"),
            Table.Column.text("Share, 95 % interval"),
            Table.Column.text("Mean share of notices absent in context"));
    for (Map.Entry<String, RightsRate> each : rates.byRights().entrySet()) {
      RightsRate rate = each.getValue();
      table.row();
      table.cell(each.getKey());
      table.count(rate.copies());
      table.count(rate.withAbsent());
      table.cell(
          String.format(
              Locale.ROOT,
              "%.4f (%.4f to %.4f)",
              rate.share(),
              rate.interval().low(),
              rate.interval().high()));
      table.cell(String.format(Locale.ROOT, "%.4f", rate.meanRate()));
    }
    table.end();
  }

  private void comparisons(Rates rates) throws IOException {
    html.element("h3", "Works in copyright against works in the public domain");
    result(
        rates.inCopyrightAgainstPublicDomain(),
        "No source and format has copies of both: nothing is compared.");
    html.element("h3", "Lines with filter words against other lines of the front matter");
    result(
        rates.filterWordsAgainstOthers(),
        "No copy holds the places of both sorts of lines: nothing is compared.");
  }

  private void result(PermutationTest.Result of, String none) throws IOException {
    if (of == null) {
      html.element("p", none);
      return;
    }
    html.element("p", sentence(of));
  }

  /** What came of a comparison, in one sentence. */
  static String sentence(PermutationTest.Result of) {
    String interval =
        of.low() == null
            ? "no interval with so few copies"
            : String.format(Locale.ROOT, "95 %% interval %.4f to %.4f", of.low(), of.high());
    return String.format(
        Locale.ROOT,
        "Difference %+.4f (%s); two-sided probability of one as large by chance %.6f (%d of %d"
            + " arrangements, %s); %d and %d copies, %d strata.",
        of.difference(),
        interval,
        of.probability(),
        of.extreme(),
        of.arrangements(),
        of.exact() ? "all that there are" : "drawn",
        of.first(),
        of.second(),
        of.strata());
  }

  private void ruleTable() throws IOException {
    html.element(
        "p",
        String.format(
            Locale.ROOT,
            "%s, version %s of %s, SHA-256 %s. Filter words: %s.",
            rules.name(),
            rules.version(),
            rules.date(),
            rules.sha256(),
            String.join(", ", rules.filterWords().stream().map(Object::toString).toList())));
    Table table =
        new Table(
            html,
            "notices",
            "Rules by which a line is a notice",
            Table.Column.text("Rule"),
            Table.Column.text("Kind"),
            Table.Column.text("A line is one if it is"));
    for (NoticeRule rule : rules.rules()) {
      table.row();
      table.code(rule.id());
      table.cell(rule.kind());
      table.foreign(rule.description());
    }
    table.end();
  }
}
