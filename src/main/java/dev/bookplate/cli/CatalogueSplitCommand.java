package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.audit.HandMerge;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a work apart, by hand. */
@Command(
    name = "split",
    sortOptions = false,
    description = {
      "Take records out of a work, because you say so: they are a work of their own then, whatever"
          + " they share with the others.",
      "",
      "The decision stays with its reason, and counts for all that is added later. catalogue merge"
          + " undoes it."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  bookplate catalogue split my-catalogue libgen:12 libgen:90 --reason \"another"
            + " author\"")
final class CatalogueSplitCommand extends BookplateCommand {
  @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Parameters(index = "1", paramLabel = "WORK", description = "Id of the work.")
  private String work;

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "RECORD",
      description = "Records that go: their numbers, or what their sources call them (see show).")
  private List<String> records;

  @Mixin private DecisionOptions decision;

  @Option(names = "--json", description = "Print what the catalogue then is as JSON.")
  private boolean json;

  CatalogueSplitCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    CatalogueInfo info =
        HandMerge.of(CatalogueFacts.open(catalogue)).part(work, records, decision.reason());
    if (json) {
      print(RunJson.line(info));
    } else {
      tell(CatalogueFacts.holds(catalogue, info));
    }
    return ExitCode.DONE;
  }
}
