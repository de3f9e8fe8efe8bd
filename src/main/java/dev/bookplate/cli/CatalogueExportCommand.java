package dev.bookplate.cli;

import dev.bookplate.audit.KeyFile;
import dev.bookplate.audit.SampleExport;
import dev.bookplate.audit.SignerKeys;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a catalogue as one file without its text. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Write a catalogue as one file without its text, to be handed over.",
      "",
      "The file holds works, editions, their digests, and keyed fingerprints that are too far apart"
          + " for the text to be walked back. Whoever has the key too can scan with it. Same"
          + " catalogue and key, same bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue export mine --no-text -o mine.bookplate-fp",
      "  bookplate catalogue export mine --no-text -o mine.bookplate-fp --sign me.pem"
    })
final class CatalogueExportCommand extends BookplateCommand {
  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(
      names = "--no-text",
      description = "Leave the text out; there is no export with it, so this has to be given.")
  private boolean noText;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "File to write, which is not there yet; .bookplate-fp by custom.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Key of the fingerprints; made, for its owner's eyes only, where it is not there."
              + " Default: the output's name and .key.")
  private Path key;

  @Option(
      names = "--sign",
      paramLabel = "KEY.pem",
      description = "Ed25519 private key to sign with, as openssl genpkey makes it.")
  private Path sign;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  CatalogueExportCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    if (!noText) {
      throw new UsageException(
          "a catalogue is exported without its text only; give --no-text, or hand over the folder"
              + " itself.");
    }
    CatalogueFacts.open(catalogue).info();
    if (sign != null) {
      InputPaths.requireAll("signing key", List.of(sign));
    }
    PrivateKey signer = sign == null ? null : SignerKeys.privateKey(sign);
    Path keyFile = key == null ? Path.of(file + ".key") : key;
    KeyFile.Held held = KeyFile.readOrMake(keyFile);
    SampleExport.Exported exported;
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet())) {
      exported = new SampleExport(catalogue, held.key(), progress).write(file, signer);
    }
    if (json) {
      print(RunJson.line(facts(exported, held, keyFile)));
    } else {
      lines(exported, held, keyFile);
    }
    return ExitCode.DONE;
  }

  private Map<String, Object> facts(
      SampleExport.Exported exported, KeyFile.Held held, Path keyFile) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", file.toString());
    facts.put("header", exported.header());
    facts.put("digest", exported.seal().digest());
    facts.put("signed", exported.seal().signature() != null);
    facts.put("key", keyFile.toString());
    facts.put("keyId", held.key().id());
    facts.put("tooShort", exported.tooShort());
    return facts;
  }

  private void lines(SampleExport.Exported exported, KeyFile.Held held, Path keyFile) {
    tell(
        VisibleText.oneLine(file.toString())
            + " holds "
            + Figures.count(exported.header().works(), "work", "works")
            + " in "
            + Figures.count(exported.header().editions(), "edition", "editions")
            + " as "
            + Figures.count(exported.header().fingerprints(), "fingerprint", "fingerprints")
            + ", and no text. Digest: "
            + exported.seal().digest());
    tell(
        (held.isNew() ? "A new key, " : "Key ")
            + held.key().id()
            + (held.isNew() ? ", was made in " : " is in ")
            + VisibleText.oneLine(keyFile.toString())
            + ": send it apart from the file, and to nobody else.");
    for (String source : exported.tooShort()) {
      tell(VisibleText.oneLine("  " + source + ": too short to be found without its text"));
    }
  }
}
