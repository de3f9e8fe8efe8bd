package dev.bookplate.cli;

import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.Calibrate;
import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.CalibrationReport;
import dev.bookplate.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what a scan would find and what it would miss. */
@Command(
    name = "calibrate",
    customSynopsis = "bookplate calibrate CORPUS... -c CATALOGUE... -o DIR [OPTIONS]",
    sortOptions = false,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    description = {
      "Measure recall and false findings, with planted controls, for these catalogues and this"
          + " corpus.",
      "",
      "Passages of the catalogues' books are altered and put, in memory, into documents of the"
          + " corpus in which nothing is found; what is then found of them is recall. Books that"
          + " are not in the corpus, and books of the catalogue that are taken for strangers, show"
          + " false findings. The figures are not the probability that a given finding is wrong."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate calibrate corpus/ -c shelf/ -o calibration",
      "  bookplate calibrate corpus/ -c list/ -o calibration --decoys unpublished/"
    })
final class CalibrateCommand extends BookplateCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "CORPUS",
      converter = LocationConverter.class,
      description = "Files or folders that passages are planted in, as for scan.")
  private List<Path> corpora;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for calibration.json and calibration.html.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace a calibration that DIR holds.")
  private boolean overwrite;

  @Mixin private SearchOptions search;
  @Mixin private ControlOptions controls;
  @Mixin private ReadingOptions reading;

  @Option(names = "--json", description = "Print the calibration as JSON.")
  private boolean json;

  CalibrateCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    ReportFolder folder = folder();
    Calibration calibration = measure();
    CalibrationReport.write(calibration, folder);
    if (json) {
      print(RunJson.line(calibration));
    } else {
      new CalibrationSummary(calibration, output).lines().forEach(this::tell);
    }
    return calibration.drawn().unread() == 0 ? ExitCode.DONE : ExitCode.UNREAD;
  }

  /** The folder, if it can take the files; asked before anything is built or measured. */
  private ReportFolder folder() throws IOException {
    InputPaths.requireAll("corpus", corpora);
    InputPaths.requireApart(output, "corpus", corpora);
    search.check(output);
    controls.check(output);
    ReportFolder folder = overwrite ? ReportFolder.replacing(output) : ReportFolder.keeping(output);
    CalibrationReport.check(folder);
    return folder;
  }

  private Calibration measure() throws IOException, InterruptedException {
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet())) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      AuditPlan plan = search.toPlan(corpora, reading.toReadOptions(), QuotePolicy.NONE, workbench);
      Calibrate.Request request = controls.toRequest(plan, search, workbench);
      return new Calibrate(plan, search.engine(), progress, request).measure();
    }
  }
}
