package dev.bookplate.report;

import dev.bookplate.evidence.ConditionLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Manifest.Catalogue;
import dev.bookplate.evidence.Manifest.Counts;
import dev.bookplate.evidence.Manifest.HeldRecords;
import dev.bookplate.evidence.Manifest.Input;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.report.Table.Column;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What was searched, and what was not, with counts that add up. */
final class SearchedSection {
  private static final int INPUTS = 1_000;
  private static final int REJECTED = 500;
  private static final int OPEN = 25;

  private final Html html;
  private final ReportContent content;
  private final Manifest manifest;

  SearchedSection(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
    this.manifest = content.manifest;
  }

  void write() throws IOException {
    html.start("section").with("id", "searched");
    html.element("h2", "What was searched, and what was not");
    writeFiles();
    writeInputs();
    writeUnread();
    writeConditions();
    writeCatalogues();
    writeBackground();
    html.end();
  }

  private void writeFiles() throws IOException {
    Counts counts = manifest.counts();
    html.start("p");
    html.text(
        Figures.count(counts.files(), "file", "files")
            + " of "
            + Figures.bytes(counts.bytes())
            + "; the searched text has "
            + Figures.bytes(counts.textBytes())
            + " and "
            + Figures.count(counts.words(), "word", "words")
            + ".");
    html.end();
  }

  private void writeInputs() throws IOException {
    List<Input> inputs = manifest.inputs();
    html.start("details").with("open", inputs.size() <= OPEN ? "open" : null);
    html.element("summary", "Files of the corpus (" + Figures.count(inputs.size()) + ")");
    Table table =
        new Table(
            html,
            "stack",
            "Files of the corpus",
            Column.text("File"),
            Column.number("Size"),
            Column.number("Seen"),
            Column.number("Searched"),
            Column.number("Skipped"),
            Column.number("Failed"),
            Column.text("SHA-256"));
    for (Input input : inputs.subList(0, Math.min(INPUTS, inputs.size()))) {
      table.row().with("class", input.failed() > 0 || input.read() == 0 ? "attention" : null);
      table.foreign(input.corpus() + "/" + input.path());
      if (input.size() == null) {
        table.cell("not opened");
      } else {
        table.number((double) input.size(), Figures.bytes(input.size()));
      }
      table.count(input.seen());
      table.count(input.read());
      table.count(input.skipped());
      table.count(input.failed());
      table.code(input.sha256());
    }
    table.end();
    Cut.write(html, Math.max(0, inputs.size() - INPUTS), "files", "manifest.json");
    html.end();
  }

  private void writeUnread() throws IOException {
    html.element("h3", "Not searched");
    if (content.unread.total() == 0) {
      html.element(
          "p",
          manifest.counts().seen() == 0 ? "No record was seen." : "Every record was searched.");
      return;
    }
    html.start("ul", "reasons");
    for (Map.Entry<String, Long> reason : manifest.counts().skipped().entrySet()) {
      html.start("li").element("b", Figures.count(reason.getValue()));
      html.text(" skipped: ").foreign(reason.getKey()).end();
    }
    html.start("li").element("b", Figures.count(manifest.counts().failed()));
    html.text(" failed").end();
    html.end();
    writePlaces();
  }

  private void writeConditions() throws IOException {
    if (content.conditions.total() == 0) {
      return;
    }
    html.element("h3", "Searched, and not what a book should be");
    html.start("details").with("open", content.conditions.total() <= OPEN ? "open" : null);
    html.element("summary", "Which (" + Figures.count(content.conditions.total()) + ")");
    Table table =
        new Table(
            html,
            "stack",
            "Documents that are not what a book should be",
            Column.text("Place"),
            Column.text("Condition"),
            Column.text("How it shows"));
    for (ConditionLine line : content.conditions.list()) {
      table.row();
      table.foreign(place(line.corpus(), line.path(), line.member()));
      table.foreign(line.condition());
      table.foreign(line.message());
    }
    table.end();
    Cut.write(html, content.conditions.left(), "places", "conditions.jsonl");
    html.end();
  }

  private static String place(String corpus, String path, String member) {
    return corpus + "/" + path + (member == null ? "" : "!" + member);
  }

  private void writePlaces() throws IOException {
    html.start("details").with("open", content.unread.total() <= OPEN ? "open" : null);
    html.element("summary", "Where (" + Figures.count(content.unread.total()) + ")");
    Table table =
        new Table(
            html,
            "stack",
            "What was not searched",
            Column.text("Place"),
            Column.number("Record"),
            Column.number("Byte"),
            Column.text("Why"),
            Column.text("May hold text"));
    for (UnreadLine line : content.unread.list()) {
      table.row().with("class", line.mayHoldText() ? "attention" : null);
      table.foreign(place(line.corpus(), line.path(), line.member()));
      table.count(line.record());
      table.cell(line.byteStart() == null ? "" : Figures.count(line.byteStart()));
      table.cell().foreign(line.reason());
      html.text(line.message() == null ? "" : ": ").foreign(line.message()).end();
      table.cell(line.mayHoldText() ? "yes" : "no");
    }
    table.end();
    Cut.write(html, content.unread.left(), "places", "unread.jsonl");
    html.end();
  }

  private void writeCatalogues() throws IOException {
    html.element("h3", "Catalogues: what was looked for");
    Table table =
        new Table(
            html,
            "stack",
            "Catalogues",
            Column.text("Catalogue"),
            Column.text("As of"),
            Column.number("Works"),
            Column.number("Editions"),
            Column.number("Rejected"),
            Column.text("Digest of the sources"));
    for (Catalogue catalogue : manifest.catalogues()) {
      table.row();
      table.foreign(catalogue.name());
      table.cell(catalogue.asOf() == null ? "not given" : catalogue.asOf());
      table.count(catalogue.works());
      table.count(catalogue.editions());
      table.count(rejected(catalogue).size());
      table.code(catalogue.digest());
    }
    table.end();
    writeHeld();
    for (Catalogue catalogue : manifest.catalogues()) {
      writeRejected(catalogue);
    }
  }

  /** Where the scan was for what catalogues held on a day. */
  private void writeHeld() throws IOException {
    for (Catalogue catalogue : manifest.catalogues()) {
      HeldRecords held = catalogue.held();
      if (held != null) {
        html.element(
            "p",
            "Looked for as held on "
                + manifest.configuration().path("heldOn").asText()
                + ": of "
                + Figures.count(held.all(), "record", "records")
                + " of "
                + VisibleText.oneLine(catalogue.name())
                + ", "
                + Figures.count(held.leftOut())
                + " dated later "
                + (held.leftOut() == 1 ? "is" : "are")
                + " left out; "
                + Figures.count(held.undated())
                + " without a date, texts among them, count as held.");
      }
    }
  }

  private void writeRejected(Catalogue catalogue) throws IOException {
    List<Manifest.RejectedSource> rejected = rejected(catalogue);
    if (rejected.isEmpty()) {
      return;
    }
    html.start("details").start("summary");
    html.text("Sources of ").foreign(catalogue.name());
    html.text(" that gave no book (" + Figures.count(rejected.size()) + ")").end().start("ul");
    for (Manifest.RejectedSource source :
        rejected.subList(0, Math.min(REJECTED, rejected.size()))) {
      html.start("li").foreign(source.source()).text(": ").foreign(source.reason()).end();
    }
    html.end();
    Cut.write(html, Math.max(0, rejected.size() - REJECTED), "sources", "manifest.json");
    html.end();
  }

  private void writeBackground() throws IOException {
    if (manifest.background() == null || manifest.background().isEmpty()) {
      return;
    }
    html.element("h3", "Background: text that explains a match away");
    Table table =
        new Table(
            html,
            "stack",
            "Background",
            Column.text("Name"),
            Column.number("Size"),
            Column.text("SHA-256"));
    for (Manifest.Background background : manifest.background()) {
      table.row();
      table.foreign(background.name());
      table.number((double) background.size(), Figures.bytes(background.size()));
      table.code(background.sha256());
    }
    table.end();
  }

  private static List<Manifest.RejectedSource> rejected(Catalogue catalogue) {
    return catalogue.rejected() == null ? List.of() : catalogue.rejected();
  }
}
