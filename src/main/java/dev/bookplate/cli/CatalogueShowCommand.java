package dev.bookplate.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bookplate.audit.CatalogueWorks;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.books.RecordJoin;
import dev.bookplate.books.WorkSheet;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one work of a catalogue. */
@Command(
    name = "show",
    sortOptions = false,
    description = {
      "Show a work of a catalogue: its rights with the rule that decides them, its texts with their"
          + " digests, what each source says of it, why these were merged, and what they disagree"
          + " about."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue show my-catalogue orrowby-the-lamp-at-skerrow",
      "  bookplate catalogue show my-catalogue libgen:1234 --json"
    })
final class CatalogueShowCommand extends BookplateCommand {
  @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Parameters(
      index = "1",
      paramLabel = "WORK",
      description = "Id of the work, as list and search name it.")
  private String id;

  @Option(names = "--json", description = "Print all of it as one JSON object.")
  private boolean json;

  CatalogueShowCommand(Session session) {
    super(session);
  }

  /** A work in JSON. */
  private record Shown(@JsonUnwrapped WorkSheet sheet, List<RecordJoin> merges) {}

  @Override
  ExitCode execute() throws IOException {
    try (CatalogueWorks works = CatalogueFacts.works(catalogue)) {
      CataloguedWork work = CatalogueFacts.work(works, catalogue, id);
      List<RecordJoin> merges = new ArrayList<>();
      Optional<BookStore> records = works.records();
      if (records.isPresent()) {
        records.get().forEachJoin(work, merges::add);
      }
      if (json) {
        print(RunJson.line(new Shown(WorkSheet.of(work), merges)));
      } else {
        new WorkPage(work, merges).lines().forEach(this::print);
      }
    }
    return ExitCode.DONE;
  }
}
