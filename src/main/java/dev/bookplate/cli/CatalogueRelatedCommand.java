package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.RelatedPair;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the editions of a catalogue that share much of their text. */
@Command(
    name = "related",
    sortOptions = false,
    description = {
      "List the editions of a catalogue that share over 20 %% of the text of the smaller one.",
      "",
      "edition: each holds most of the other. part: the larger holds most of the smaller, as an"
          + " omnibus does, or the book of an excerpt. overlap: less. Containment is how much of"
          + " the smaller one stands in the larger, without the licences of distributors;"
          + " resemblance is what both have over all that they have. Intervals are of 95 %%."
    },
    footerHeading = "%nExample:%n",
    footer = "  bookplate catalogue related my-catalogue --json")
final class CatalogueRelatedCommand extends BookplateCommand {
  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(names = "--json", description = "Print a JSON object a line: two editions.")
  private boolean json;

  CatalogueRelatedCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    CatalogueFolder folder = CatalogueFacts.open(catalogue);
    folder.info();
    List<RelatedPair> pairs = RelatedPair.of(folder);
    if (json) {
      pairs.forEach(pair -> print(RunJson.line(pair)));
    } else if (pairs.isEmpty()) {
      tell("no two editions share over 20 % of the text of the smaller one");
    } else {
      table(pairs).lines().forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private static TextTable table(List<RelatedPair> pairs) {
    TextTable table = new TextTable("KIND", "CONTAINMENT", "RESEMBLANCE", "SMALLER", "LARGER");
    for (RelatedPair pair : pairs) {
      table.row(
          pair.kind(),
          share(pair.containment()),
          share(pair.resemblance()),
          pair.smaller().source(),
          pair.larger().source());
    }
    return table;
  }

  private static String share(RelatedPair.Share share) {
    return Figures.percent(share.estimate())
        + " ("
        + Figures.percent(share.interval().low())
        + "–"
        + Figures.percent(share.interval().high())
        + ")";
  }
}
