package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.Calibration.FalseCase;
import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.evidence.Calibration.GradeRate;
import dev.bookplate.evidence.Calibration.Recall;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The page of a calibration: one file, like a run's report, with the same safeguards. */
public final class CalibrationPage {
  private final Html html;
  private final Calibration calibration;

  private CalibrationPage(Html html, Calibration calibration) {
    this.html = html;
    this.calibration = calibration;
  }

  /**
   * Writes the page.
   *
   * @param out UTF-8; not closed
   */
  public static void write(Calibration calibration, Writer out) throws IOException {
    Html html = new Html(out);
    html.start("html").with("lang", "en");
    HtmlReport.writeHead(html, "Calibration: " + Calibration.HEADING);
    html.start("body").start("main");
    html.element("p", "brand", "Bookplate");
    html.element("h1", Calibration.HEADING);
    new CalibrationPage(html, calibration).writeSections();
    html.end().end().end();
    html.finish();
    out.flush();
  }

  private void writeSections() throws IOException {
    setup();
    falseFindings();
    recall("recall", "What was found of planted passages", calibration.recall());
    if (!calibration.byLanguage().isEmpty()) {
      recall("languages", "The same for each language", calibration.byLanguage());
    }
    method();
  }

  private void setup() throws IOException {
    Calibration.Setup setup = calibration.setup();
    Calibration.Drawn drawn = calibration.drawn();
    html.start("section").with("id", "setup");
    html.element("h2", "What was measured");
    Facts facts = new Facts(html);
    for (Calibration.Catalogue catalogue : setup.catalogues()) {
      facts.add(
          catalogue.decoys() ? "Decoys" : "Catalogue",
          catalogue.name() + ", digest " + catalogue.digest());
    }
    facts.add("Works", drawn.works());
    facts.add("Passages taken from", Figures.count(drawn.books(), "book", "books"));
    facts.add("Documents looked at", drawn.documents());
    facts.add("Clean documents", drawn.clean());
    facts.add(
        "Passages put into",
        Figures.count(drawn.hosts()) + " clean documents, or clean stretches of long ones");
    facts.add("Not read", drawn.unread());
    facts.add("Profile", setup.profile());
    facts.add("Fingerprints", setup.fingerprint());
    facts.add("Seed", Long.toString(setup.seed()));
    facts.add("Passages a kind and length", setup.controls());
    facts.add(
        "Program", setup.version() + (setup.commit() == null ? "" : ", commit " + setup.commit()));
    facts.end();
    html.end();
  }

  private void falseFindings() throws IOException {
    html.start("section").with("id", "false");
    html.element("h2", "What was found where nothing is to be found");
    Table table =
        new Table(
            html,
            "rates",
            "Documents with a false finding, by control and grade",
            Table.Column.text("Control"),
            Table.Column.text("Language"),
            Table.Column.number("Books"),
            Table.Column.number("Words"),
            Table.Column.text("Grade, or above"),
            Table.Column.number("Documents"),
            Table.Column.number("Share"),
            Table.Column.number("95% interval"),
            Table.Column.number("By book"));
    for (FalseFindings row : calibration.falseFindings()) {
      for (GradeRate each : row.documents()) {
        table.row();
        table.cell(CalibrationFigures.control(row.control()));
        table.foreign(row.language() == null ? "all" : row.language());
        table.count(row.books());
        table.count(row.words());
        table.cell(each.grade());
        rate(table, each.rate());
      }
    }
    table.end();
    cases();
    html.end();
  }

  private static void rate(Table table, Calibration.Rate rate) throws IOException {
    table.cell(Figures.count(rate.events()) + " of " + Figures.count(rate.trials()));
    table.cell(CalibrationFigures.share(rate));
    table.cell(CalibrationFigures.interval(rate.exact()));
    table.cell(CalibrationFigures.interval(rate.byBook()));
  }

  private void cases() throws IOException {
    List<FalseFindings> withCases =
        calibration.falseFindings().stream()
            .filter(f -> f.language() == null && !f.cases().isEmpty())
            .toList();
    for (FalseFindings row : withCases) {
      html.start("details").element("summary", "What was found: " + row.control());
      Table table =
          new Table(
              html,
              "rates",
              "Works that were found where they are not",
              Table.Column.text("Looked at"),
              Table.Column.text("Found"),
              Table.Column.number("Documents"),
              Table.Column.text("Highest grade"),
              Table.Column.number("Longest run, words"));
      for (FalseCase each : row.cases()) {
        table.row();
        table.foreign(each.source() == null ? "documents of the corpus" : each.source());
        table.foreign(each.work());
        table.count(each.documents());
        table.cell(each.grade());
        table.count(each.longestRunWords());
      }
      table.end();
      html.end();
    }
  }

  private void recall(String id, String head, List<Recall> rows) throws IOException {
    html.start("section").with("id", id);
    html.element("h2", head);
    Table table =
        new Table(
            html,
            "rates",
            head + ", by kind, length and grade",
            Table.Column.text("Kind"),
            Table.Column.number("Words"),
            Table.Column.text("Language"),
            Table.Column.text("Grade, or above"),
            Table.Column.number("Found"),
            Table.Column.number("Share"),
            Table.Column.number("95% interval"),
            Table.Column.number("By book"),
            Table.Column.number("Other works"));
    for (Recall row : rows) {
      for (int g = 0; g < row.found().size(); g++) {
        table.row();
        table.cell(row.kind());
        table.count(row.words());
        table.foreign(row.language() == null ? "all" : row.language());
        table.cell(row.found().get(g).grade());
        rate(table, row.found().get(g).rate());
        table.count(row.elsewhere().get(g).rate().events());
      }
    }
    table.end();
    html.end();
  }

  private void method() throws IOException {
    html.start("section", "prose").with("id", "method");
    html.element("h2", "How it was measured");
    for (String paragraph : CalibrationFigures.METHOD) {
      html.element("p", paragraph);
    }
    html.element("p", "Kinds: " + kinds() + ".");
    html.end();
  }

  private String kinds() {
    return calibration.recall().stream()
        .map(Recall::kind)
        .distinct()
        .map(kind -> kind + ", " + CalibrationFigures.KINDS.getOrDefault(kind, "altered"))
        .collect(Collectors.joining("; "));
  }
}
