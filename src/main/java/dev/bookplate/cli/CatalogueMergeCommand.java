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

/** Makes one work of several, by hand. */
@Command(
    name = "merge",
    sortOptions = false,
    description = {
      "Make one work of several, because you say so. It has the id of the one whose record came"
          + " first.",
      "",
      "The decision stays with its reason, and counts for all that is added later. catalogue split"
          + " undoes it; of several decisions the last one counts, and all stay listed (merges"
          + " --by-hand). The catalogue's digest is another then."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  bookplate catalogue merge my-catalogue libgen:12 isbn-list:7 --reason \"retitled in"
            + " the UK\"")
final class CatalogueMergeCommand extends BookplateCommand {
  @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Parameters(
      index = "1..*",
      arity = "2..*",
      paramLabel = "WORK",
      description = "Ids of the works, two or more.")
  private List<String> works;

  @Mixin private DecisionOptions decision;

  @Option(names = "--json", description = "Print what the catalogue then is as JSON.")
  private boolean json;

  CatalogueMergeCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    CatalogueInfo info =
        HandMerge.of(CatalogueFacts.open(catalogue)).join(works, decision.reason());
    if (json) {
      print(RunJson.line(info));
    } else {
      tell(CatalogueFacts.holds(catalogue, info));
    }
    return ExitCode.DONE;
  }
}
