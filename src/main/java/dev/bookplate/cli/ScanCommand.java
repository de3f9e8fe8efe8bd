package dev.bookplate.cli;

import dev.bookplate.audit.Audit;
import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.RunWriter;
import dev.bookplate.match.Grade;
import dev.bookplate.report.HtmlReport;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The main job. */
@Command(
    name = "scan",
    customSynopsis = "bookplate scan CORPUS... -c CATALOGUE... -o RUN [OPTIONS]",
    sortOptions = false,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    description = {
      "Look for the works of catalogues in corpora, and write a run.",
      "",
      "A corpus is a file or a folder, of any supported formats mixed: JSON lines and lists, plain"
          + " or packed (gz, zst, bz2, xz), Parquet, text, HTML, EPUB, PDF, DOCX, ODT, RTF, FB2."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate scan corpora/example-corpus -c corpora/example-shelf -o reports/mine",
      "  bookplate scan part-*.jsonl.zst -c shelf list/ -o run --text-field data.text",
      "  bookplate scan corpus -c shelf -o run --quotes none --fail-on strong",
      "  bookplate scan corpus -c shelf -o run --background public-domain/ house-notices.txt",
      "  bookplate scan corpus -c shelf -o run --calibrate --decoys unpublished/",
      "  bookplate scan s3a://bucket/corpus -c shelf -o run",
      "  bookplate scan hdfs://host/corpus -c shelf -o run --engine spark --master"
          + " spark://host:7077 --work-dir hdfs://host/tmp",
      "  bookplate scan corpus -c theirs.bookplate-fp -o run --key theirs.key"
    })
final class ScanCommand extends BookplateCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "CORPUS",
      converter = LocationConverter.class,
      description = "Files or folders to be searched; also hdfs://..., s3a://... and the like.")
  private List<Path> corpora;

  @Option(
      names = "--key",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Keys of the catalogues that hold fingerprints and no text.")
  private List<Path> keys = List.of();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "RUN",
      description = "Folder for the run and its report; a new one, unless --overwrite is given.")
  private Path run;

  @Option(names = "--overwrite", description = "Replace the run that RUN holds.")
  private boolean overwrite;

  @Mixin private SearchOptions search;

  @Option(
      names = "--quotes",
      paramLabel = "N|none",
      converter = Quotes.class,
      description =
          "Words quoted of a passage at most, and ten times as many of a work; none writes no text"
              + " of the corpus at all. Default: 60.")
  private QuotePolicy quotes = QuotePolicy.DEFAULT;

  @Mixin private ReadingOptions reading;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--fail-on",
      paramLabel = "GRADE",
      converter = GradeName.class,
      completionCandidates = GradeName.class,
      description =
          "End with exit code 1 where there is a finding of that grade or above: lead, moderate"
              + " or strong.")
  private Grade failOn;

  @Option(
      names = "--max-unread",
      paramLabel = "N|P%",
      converter = Tolerance.Converter.class,
      description =
          "Records, or per cent of them, that may stay unread without exit code 3. Default: 0.")
  private Tolerance maxUnread = Tolerance.NONE;

  @Option(
      names = "--self-test",
      description =
          "Look up passages of every work that is looked for, to see that the lookup works; a scan"
              + " without findings does so by itself.")
  private boolean selfTest;

  @Option(
      names = "--calibrate",
      description =
          "After the scan measure recall and false findings with planted controls, as calibrate"
              + " does, and put the figures into the run.")
  private boolean calibrate;

  @Mixin private ControlOptions controls;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  ScanCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    checkPaths();
    Manifest manifest = scan();
    ExitCode code = code(manifest);
    ScanSummary summary = new ScanSummary(manifest, run, code);
    if (json) {
      print(summary.json());
    } else {
      summary.lines().forEach(this::tell);
    }
    return code;
  }

  private Manifest scan() throws IOException, InterruptedException {
    AuditPlan plan;
    Manifest manifest;
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet());
        EngineOptions.Joined joined = engine.join(run)) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      plan = search.toPlan(corpora, keys, reading.toReadOptions(), quotes, workbench);
      Audit.Request request = request(checks(plan, workbench));
      manifest =
          new Audit(plan, search.engine(), progress, joined.cluster())
              .run(request, ScanCommand::render);
    }
    if (!quiet()) {
      warnOfUnused(plan.background());
    }
    return manifest;
  }

  /** The run names each text of the background; what gave none is said here. */
  private void warnOfUnused(List<AuditPlan.CatalogueRef> background) throws IOException {
    for (AuditPlan.CatalogueRef ref : background) {
      for (Manifest.RejectedSource no :
          new CatalogueFolder(Path.of(ref.folder())).info().rejected()) {
        String line = "background " + ref.name() + ": " + no.source() + ": " + no.reason();
        session().err().println(VisibleText.oneLine(line));
      }
    }
  }

  private void checkPaths() throws IOException {
    engine.check();
    if (!calibrate && controls.typed() != null) {
      throw new ParameterException(
          spec().commandLine(),
          controls.typed() + " is for a calibration; add --calibrate, or leave it out");
    }
    InputPaths.requireAll("corpus", corpora);
    InputPaths.requireAll("key", keys);
    InputPaths.requireApart(run, "corpus", corpora);
    search.check(run);
    controls.check(run);
    // before a catalogue is built, which may take long: can the run go there at all?
    RunWriter.open(run, overwrite).close();
  }

  private Audit.Checks checks(AuditPlan plan, SearchOptions.Workbench workbench)
      throws IOException {
    return new Audit.Checks(
        selfTest, calibrate ? controls.toRequest(plan, search, workbench) : null);
  }

  private Audit.Request request(Audit.Checks checks) {
    List<String> typed = new ArrayList<>(List.of("bookplate"));
    typed.addAll(session().arguments());
    String host = Host.name(session().environment());
    return new Audit.Request(run, overwrite, typed, host, search.threads(), checks);
  }

  private static void render(RunReader run, Path folder) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(RunFiles.REPORT))) {
      HtmlReport.write(run, out);
    }
  }

  private ExitCode code(Manifest manifest) {
    if (manifest.selfTest() != null && manifest.selfTest().failed()) {
      return ExitCode.EVIDENCE;
    }
    if (failOn != null && found(manifest.counts(), failOn)) {
      return ExitCode.FOUND;
    }
    boolean all =
        manifest.status() == Manifest.Status.COMPLETE && maxUnread.covers(manifest.counts());
    return all ? ExitCode.DONE : ExitCode.UNREAD;
  }

  private static boolean found(Manifest.Counts counts, Grade lowest) {
    for (Grade grade : Grade.values()) {
      if (grade.compareTo(lowest) >= 0 && counts.findings().getOrDefault(grade.label(), 0L) > 0) {
        return true;
      }
    }
    return false;
  }
}
