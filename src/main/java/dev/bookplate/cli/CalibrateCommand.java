package dev.bookplate.cli;

import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.Build;
import dev.bookplate.audit.Calibrate;
import dev.bookplate.audit.CatalogueCache;
import dev.bookplate.audit.Progress;
import dev.bookplate.engine.LocalEngine;
import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.report.CalibrationReport;
import dev.bookplate.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  private static final int MOST_CONTROLS = 100_000;

  @Parameters(
      arity = "1..*",
      paramLabel = "CORPUS",
      description = "Files or folders that passages are planted in, as for scan.")
  private List<Path> corpora;

  @Option(
      names = {"-c", "--catalogue", "--catalog"},
      required = true,
      arity = "1..*",
      paramLabel = "CATALOGUE",
      description = "What passages are taken from and looked for, as for scan.")
  private List<Path> catalogues;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for calibration.json and calibration.html.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace a calibration that DIR holds.")
  private boolean overwrite;

  @Option(
      names = "--decoys",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Books, as for -c, that are known not to be in the corpus, of like language, time and"
              + " genre: whatever is found of them is false.")
  private List<Path> decoys = List.of();

  @Option(
      names = "--controls",
      paramLabel = "N",
      description = "Passages for each kind and length. Default: 100.")
  private int controls = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all draws: the same seed gives the same figures. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description =
          "How densely books are fingerprinted, as for scan: fast, standard or noisy. Default: what"
              + " the built catalogues have, else standard.")
  private Profile profile;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; the figures are the same for any number. Default: all processors.")
  private Integer threads;

  @Mixin private ReadingOptions reading;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where catalogues are kept that were built on the fly, as for scan.")
  private Path cache;

  @Option(names = "--json", description = "Print the calibration as JSON.")
  private boolean json;

  CalibrateCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    checkNumbers();
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

  private void checkNumbers() {
    if (threads != null && threads < 1) {
      throw new ParameterException(
          spec().commandLine(), "--threads " + threads + " is none; give 1 or more");
    }
    if (controls < 1 || controls > MOST_CONTROLS) {
      throw new ParameterException(
          spec().commandLine(),
          "--controls " + controls + " is out of range; give 1 to " + MOST_CONTROLS);
    }
  }

  /** The folder, if it can take the files; asked before anything is built or measured. */
  private ReportFolder folder() throws IOException {
    InputPaths.requireAll("corpus", corpora);
    InputPaths.requireAll("catalogue", catalogues);
    InputPaths.requireAll("decoy", decoys);
    InputPaths.requireApart(output, "corpus", corpora);
    InputPaths.requireApart(output, "catalogue", catalogues);
    InputPaths.requireApart(output, "decoys", decoys);
    ReportFolder folder = overwrite ? ReportFolder.replacing(output) : ReportFolder.keeping(output);
    CalibrationReport.check(folder);
    return folder;
  }

  private Calibration measure() throws IOException, InterruptedException {
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet())) {
      CatalogueCache built = cache(profile, progress);
      AuditPlan plan =
          new AuditPlan(
              corpora.stream().map(c -> c.toAbsolutePath().normalize().toString()).toList(),
              built.resolve(catalogues),
              built.background(List.of()),
              reading.toReadOptions(),
              QuotePolicy.NONE,
              built.profile().spec());
      Calibrate.Request request =
          new Calibrate.Request(decoys(built.profile(), progress), seed, controls);
      return new Calibrate(plan, new LocalEngine(threads()), progress, request).measure();
    }
  }

  private List<AuditPlan.CatalogueRef> decoys(Profile same, Progress progress) throws IOException {
    return decoys.isEmpty() ? List.of() : cache(same, progress).resolve(decoys);
  }

  private CatalogueCache cache(Profile wanted, Progress progress) {
    Path kept = cache == null ? CacheFolder.of(session().environment()) : cache;
    return new CatalogueCache(kept, Build.identity(), wanted, progress);
  }

  private int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
