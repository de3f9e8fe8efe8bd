package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueWorks;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists a catalogue's works. */
@Command(
    name = "list",
    sortOptions = false,
    description = {
      "List the works of a catalogue: those of its texts, and those of rows of sources.",
      "",
      "WORDS is the longest text that the catalogue holds, EDITIONS the texts and what rows say of"
          + " others, RECORDS the texts and rows that were merged to the work."
    },
    footerHeading = "%nExample:%n",
    footer = "  bookplate catalogue list my-catalogue")
final class CatalogueListCommand extends BookplateCommand {
  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(
      names = "--json",
      description = "Print a JSON object a line: a work, its editions with text, how many records.")
  private boolean json;

  CatalogueListCommand(Session session) {
    super(session);
  }

  /** A work in JSON. */
  private record Line(Work work, List<Edition> editions, int recordCount) {}

  @Override
  ExitCode execute() throws IOException {
    try (CatalogueWorks works = CatalogueFacts.works(catalogue)) {
      if (json) {
        works.forEach(
            each ->
                print(RunJson.line(new Line(each.work(), each.texts(), each.members().size()))));
      } else {
        StreamedTable table = table();
        works.forEach(each -> row(each, table));
        table.end();
      }
    }
    return ExitCode.DONE;
  }

  private StreamedTable table() {
    return new StreamedTable(
        this::print, "ID", "WORDS", "EDITIONS", "RECORDS", "YEAR", "AUTHORS", "TITLE");
  }

  private static void row(CataloguedWork each, StreamedTable table) {
    Work work = each.work();
    int words = each.texts().stream().mapToInt(Edition::words).max().orElse(0);
    table.row(
        work.id(),
        each.hasText() ? Figures.count(words) : null,
        each.editions(),
        each.members().size(),
        work.year(),
        String.join("; ", work.authors()),
        work.title());
  }
}
