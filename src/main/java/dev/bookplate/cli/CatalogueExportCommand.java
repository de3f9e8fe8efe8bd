package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueTable;
import dev.bookplate.audit.CatalogueWorks;
import dev.bookplate.audit.KeyFile;
import dev.bookplate.audit.SampleExport;
import dev.bookplate.audit.SignerKeys;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
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
      "Write a catalogue as one file without its text.",
      "",
      "fingerprints, to be handed over: works, editions, their digests, and keyed fingerprints that"
          + " are too far apart for the text to be walked back. Whoever has the key too can scan"
          + " with it. Same catalogue and key, same bytes.",
      "",
      "csv: a row for each record, with the work that it was merged to and its rights. json: an"
          + " array with an object for each work, one a line, with all that is said of it. Both"
          + " hold what sources say of books, and no key or signature goes with them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue export mine --no-text -o mine.bookplate-fp",
      "  bookplate catalogue export mine --no-text -o mine.bookplate-fp --sign me.pem",
      "  bookplate catalogue export mine --format csv -o mine.csv"
    })
final class CatalogueExportCommand extends BookplateCommand {
  private static final String FINGERPRINTS = "fingerprints";

  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "fingerprints, csv or json. Default: fingerprints.")
  private String format = FINGERPRINTS;

  @Option(
      names = "--no-text",
      description =
          "Leave the text out; there is no export with it, so this has to be given for"
              + " fingerprints.")
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
    return switch (format) {
      case FINGERPRINTS -> fingerprints();
      case "csv" -> table(CatalogueTable::csv);
      case "json" -> table(CatalogueTable::json);
      default ->
          throw new UsageException(
              "\"" + format + "\" is no format; give one of fingerprints, csv, json.");
    };
  }

  /** What writes a table. */
  @FunctionalInterface
  private interface TableWriter {
    void write(CatalogueWorks works, Path file) throws IOException;
  }

  private ExitCode table(TableWriter writer) throws IOException {
    if (key != null || sign != null) {
      throw new UsageException("--key and --sign are for --format fingerprints; leave them out.");
    }
    if (Files.exists(file)) {
      throw new UsageException(file + " is there already; name another file.");
    }
    try (CatalogueWorks works = CatalogueFacts.works(catalogue)) {
      writer.write(works, file.toAbsolutePath());
      if (json) {
        print(RunJson.line(Map.of("file", file.toString(), "works", works.size())));
      } else {
        tell(
            VisibleText.oneLine(file.toString())
                + " holds "
                + Figures.count(works.size(), "work", "works")
                + ", and no text.");
      }
    }
    return ExitCode.DONE;
  }

  private ExitCode fingerprints() throws IOException {
    if (!noText) {
      throw new UsageException(
          "a catalogue is exported without its text only; give --no-text, or --format csv or json,"
              + " or hand over the folder itself.");
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
