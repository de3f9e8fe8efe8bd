package dev.bookplate.cli;

import dev.bookplate.evidence.Bundle;
import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.Verification;
import dev.bookplate.evidence.Verifier;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a run into one file. */
@Command(
    name = "bundle",
    sortOptions = false,
    description = {
      "Check a run's digests, and put it into one zip with lists of its SHA-256 and MD5 digests.",
      "",
      "The same run gives the same bytes. bookplate verify reads a bundle as it is; unpacked,"
          + " sha256sum -c SHA256SUMS does, and the folder is the run."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  bookplate bundle run -o run.zip", "  bookplate verify run.zip"})
final class BundleCommand extends BookplateCommand {
  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE.zip",
      description = "File to write; a new one, unless --overwrite is given.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace the file.")
  private boolean overwrite;

  @Mixin private OperatorOptions operator;

  @Option(names = "--json", description = "Print the bundle's digests as JSON.")
  private boolean json;

  BundleCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    InputPaths.requireAll("run", List.of(run));
    InputPaths.requireApart(output, "run", List.of(run));
    if (Files.exists(output) && !(overwrite && Files.isRegularFile(output))) {
      throw new UsageException(
          output + " is there already; name another file, or add --overwrite to replace one.");
    }
    Verification result = new Verification();
    RunReader reader = new Verifier(run, result).bytes();
    if (reader == null) {
      Problem first = result.problems().getFirst();
      throw new EvidenceException(first.sentence() + " A run that does not hold is not bundled.");
    }
    Path temporary = output.resolveSibling(output.getFileName() + ".tmp");
    try {
      Bundle.write(run, reader.manifest(), temporary);
      Files.move(temporary, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    Digests digests = Digests.of(output);
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("file", output.getFileName().toString());
    detail.put("size", Long.toString(digests.size()));
    detail.put("sha256", digests.sha256());
    detail.put("md5", digests.md5());
    String note = operator.note(session(), run, CustodyEvent.BUNDLED, detail);
    if (json) {
      print(RunJson.line(detail));
    } else {
      tell(output + ": " + digests.size() + " bytes");
      tell("SHA-256 " + digests.sha256());
      tell("MD5     " + digests.md5());
      if (note != null) {
        tell(note);
      }
    }
    return ExitCode.DONE;
  }
}
