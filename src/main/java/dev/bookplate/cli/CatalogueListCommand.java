package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists a catalogue's works. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List the works of a catalogue.",
    footerHeading = "%nExample:%n",
    footer = "  bookplate catalogue list my-catalogue")
final class CatalogueListCommand extends BookplateCommand {
  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(names = "--json", description = "Print a JSON object a line: a work and its editions.")
  private boolean json;

  CatalogueListCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    CatalogueFolder folder = CatalogueFacts.open(catalogue);
    folder.info();
    var entries = CatalogueFacts.entries(folder);
    if (json) {
      entries.forEach(entry -> print(RunJson.line(entry)));
      return ExitCode.DONE;
    }
    TextTable table = new TextTable("ID", "WORDS", "EDITIONS", "YEAR", "AUTHORS", "TITLE");
    for (CatalogueFacts.Entry entry : entries) {
      Work work = entry.work();
      int words = entry.editions().stream().mapToInt(Edition::words).max().orElse(0);
      table.row(
          work.id(),
          Figures.count(words),
          entry.editions().size(),
          work.year(),
          String.join("; ", work.authors()),
          work.title());
    }
    table.lines().forEach(this::print);
    return ExitCode.DONE;
  }
}
