package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.Calibration.FalseCase;
import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.evidence.Calibration.GradeRate;
import dev.bookplate.evidence.Calibration.Outline;
import dev.bookplate.evidence.Calibration.Recall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a calibration's page and a run's report show of it, without heads. */
final class CalibrationTables {
  private final Html html;
  private final Calibration calibration;

  CalibrationTables(Html html, Calibration calibration) {
    this.html = html;
    this.calibration = calibration;
  }

  void setup() throws IOException {
    Calibration.Setup setup = calibration.setup();
    Calibration.Drawn drawn = calibration.drawn();
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
  }

  void falseFindings() throws IOException {
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
            Table.Column.number("By book"),
            Table.Column.number("Of the books"));
    for (FalseFindings row : calibration.falseFindings()) {
      for (int g = 0; g < row.documents().size(); g++) {
        GradeRate each = row.documents().get(g);
        Calibration.Rate books = row.found().get(g).rate();
        table.row();
        table.cell(CalibrationFigures.control(row.control()));
        table.foreign(row.language() == null ? "all" : row.language());
        table.count(row.books());
        table.count(row.words());
        table.cell(each.grade());
        rate(table, each.rate());
        table.cell(
            Figures.count(books.events()) + ", " + CalibrationFigures.interval(books.exact()));
      }
    }
    table.end();
    cases();
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
      html.start("details")
          .element("summary", "What was found: " + CalibrationFigures.control(row.control()));
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

  /** Any grade, a row for each kind and a column for each length. */
  void matrix() throws IOException {
    List<Integer> lengths =
        calibration.recall().stream().map(Recall::words).distinct().sorted().toList();
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("Kind")));
    lengths.forEach(words -> columns.add(Table.Column.number(Figures.count(words) + " words")));
    Table table =
        new Table(
            html,
            "rates",
            "Found of planted passages at any grade, by kind and length",
            columns.toArray(new Table.Column[0]));
    for (Map.Entry<String, List<Recall>> kind : byKind().entrySet()) {
      table.row();
      table.cell(kind.getKey());
      for (int words : lengths) {
        table.cell(
            kind.getValue().stream()
                .filter(r -> r.words() == words)
                .map(r -> CalibrationFigures.outOf(r.found().get(0).rate()))
                .findFirst()
                .orElse(""));
      }
    }
    table.end();
  }

  private Map<String, List<Recall>> byKind() {
    return calibration.recall().stream()
        .collect(Collectors.groupingBy(Recall::kind, LinkedHashMap::new, Collectors.toList()));
  }

  /** Characters, over all lengths. */
  void outlines() throws IOException {
    Table table =
        new Table(
            html,
            "rates",
            "Characters of planted passages that were found, and of reports that are right",
            Table.Column.text("Kind"),
            Table.Column.text("Language"),
            Table.Column.number("Passages"),
            Table.Column.number("Recall of characters"),
            Table.Column.number("By book"),
            Table.Column.number("Precision of characters"),
            Table.Column.number("By book"),
            Table.Column.number("Granularity"));
    for (Outline outline : calibration.outlines()) {
      Calibration.Characters characters = outline.characters();
      table.row();
      table.cell(outline.kind() == null ? "all" : outline.kind());
      table.foreign(outline.language() == null ? "all" : outline.language());
      table.count(outline.passages());
      table.cell(CalibrationFigures.recall(characters));
      table.cell(CalibrationFigures.interval(characters.recallByBook()));
      table.cell(CalibrationFigures.precision(characters));
      table.cell(CalibrationFigures.interval(characters.precisionByBook()));
      table.cell(CalibrationFigures.granularity(characters));
    }
    table.end();
  }

  void recall() throws IOException {
    recall("What was found of planted passages", calibration.recall());
  }

  void byLanguage() throws IOException {
    recall("What was found of planted passages, by language", calibration.byLanguage());
  }

  private void recall(String head, List<Recall> rows) throws IOException {
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
            Table.Column.number("Other works"),
            Table.Column.number("Recall of characters"),
            Table.Column.number("Precision"),
            Table.Column.number("Granularity"));
    for (Recall row : rows) {
      for (int g = 0; g < row.found().size(); g++) {
        table.row();
        table.cell(row.kind());
        table.count(row.words());
        table.foreign(row.language() == null ? "all" : row.language());
        table.cell(row.found().get(g).grade());
        rate(table, row.found().get(g).rate());
        table.count(row.elsewhere().get(g).rate().events());
        // of all that was reported, whatever its grade
        table.cell(g > 0 ? "" : CalibrationFigures.recall(row.characters()));
        table.cell(g > 0 ? "" : CalibrationFigures.precision(row.characters()));
        table.cell(g > 0 ? "" : CalibrationFigures.granularity(row.characters()));
      }
    }
    table.end();
  }

  void method() throws IOException {
    html.start("div", "prose");
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
