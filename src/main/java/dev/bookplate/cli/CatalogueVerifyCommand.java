package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueException;
import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.audit.SampledFolder;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.index.IndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a catalogue. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Read every byte of a catalogue and hold it against its digests.",
      "",
      "Ends with exit code 4 at the first thing that does not hold."
    },
    footerHeading = "%nExample:%n",
    footer = "  bookplate catalogue verify my-catalogue")
final class CatalogueVerifyCommand extends BookplateCommand {
  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(names = "--json", description = "Print the digest that holds as JSON.")
  private boolean json;

  CatalogueVerifyCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    CatalogueFolder folder = CatalogueFacts.open(catalogue);
    if (!CatalogueFolder.isCatalogue(folder.path())) {
      throw new UsageException(
          catalogue + " holds no catalogue; name a folder that bookplate catalogue add made.");
    }
    try {
      folder.verify();
    } catch (CatalogueException | IndexException e) {
      throw new EvidenceException(e.getMessage());
    }
    CatalogueInfo info = folder.info();
    if (json) {
      print(RunJson.line(Map.of("holds", true, "digest", info.digest())));
    } else {
      tell("Everything holds. Digest: " + info.digest());
      if (SampledFolder.isSampled(folder.path())) {
        tell("Fingerprints only, " + new SampledFolder(folder.path()).info().signed() + ".");
      }
    }
    return ExitCode.DONE;
  }
}
