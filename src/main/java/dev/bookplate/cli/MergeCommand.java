package dev.bookplate.cli;

import dev.bookplate.audit.Merge;
import dev.bookplate.evidence.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the parts of a scan together. */
@Command(
    name = "merge",
    customSynopsis = "bookplate merge PART... -o RUN [OPTIONS]",
    sortOptions = false,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    description = {
      "Make one run of all parts of a scan, which scan --part wrote.",
      "",
      "The run is that of one scan of the whole corpus, but for its times. Parts of another scan,"
          + " damaged ones, and a set of parts that is not whole are refused. Neither the corpus"
          + " nor the catalogues are needed. A self-test and a calibration were done by the parts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate merge parts/* -o run",
      "  bookplate merge parts/1 parts/2 parts/3 -o run --overwrite --fail-on strong"
    })
final class MergeCommand extends BookplateCommand {
  @Parameters(arity = "1..*", paramLabel = "PART", description = "Folders of all parts of a scan.")
  private List<Path> parts;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "RUN",
      description = "Folder for the run and its report; a new one, unless --overwrite is given.")
  private Path run;

  @Option(names = "--overwrite", description = "Replace the run that RUN holds.")
  private boolean overwrite;

  @Mixin private Verdict verdict;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  MergeCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    InputPaths.requireAll("part", parts);
    InputPaths.requireApart(run, "part", parts);
    Manifest manifest;
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet())) {
      manifest = new Merge(parts, progress).run(run, overwrite, ScanCommand::render);
    }
    ExitCode code = verdict.of(manifest);
    ScanSummary summary = new ScanSummary(manifest, run, code);
    if (json) {
      print(summary.json());
    } else {
      summary.lines().forEach(this::tell);
    }
    return code;
  }
}
