package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.audit.SampledCatalogues;
import dev.bookplate.audit.SampledFolder;
import dev.bookplate.audit.SignerKeys;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a catalogue of a file of fingerprints. */
@Command(
    name = "import",
    sortOptions = false,
    description = {
      "Make a catalogue folder of a file that catalogue export wrote.",
      "",
      "The key is held against the file, and not kept: every scan needs it. A signature that does"
          + " not hold ends with exit code 4, any other fault of the file with 2."
    },
    footerHeading = "%nExample:%n",
    footer = "  bookplate catalogue import theirs theirs.bookplate-fp --key theirs.key")
final class CatalogueImportCommand extends BookplateCommand {
  @Parameters(
      index = "0",
      paramLabel = "CATALOGUE",
      description = "Folder of the catalogue, which is not there yet.")
  private Path catalogue;

  @Parameters(index = "1", paramLabel = "FILE", description = "File of fingerprints.")
  private Path file;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Key of the fingerprints, which came apart from them.")
  private Path key;

  @Option(
      names = "--verify-key",
      paramLabel = "PUB.pem",
      description = "Ed25519 public key that must have signed the file.")
  private Path verifyKey;

  @Option(names = "--json", description = "Print what the catalogue is as JSON.")
  private boolean json;

  CatalogueImportCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    InputPaths.requireAll("file", List.of(file));
    InputPaths.requireAll("key", List.of(key));
    if (verifyKey != null) {
      InputPaths.requireAll("signer's key", List.of(verifyKey));
    }
    CatalogueInfo info =
        SampledCatalogues.importTo(
            catalogue, file, key, verifyKey == null ? null : SignerKeys.publicKey(verifyKey));
    if (json) {
      print(RunJson.line(info));
    } else {
      tell(CatalogueFacts.holds(catalogue, info));
      info.rejected().forEach(r -> tell("  " + r.source() + ": " + r.reason()));
      tell("Fingerprints only, " + new SampledFolder(catalogue).info().signed() + ".");
    }
    return ExitCode.DONE;
  }
}
