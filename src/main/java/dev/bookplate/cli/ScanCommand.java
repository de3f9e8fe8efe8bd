package dev.bookplate.cli;

import dev.bookplate.audit.Audit;
import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.Provenance;
import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Part;
import dev.bookplate.evidence.PartFolder;
import dev.bookplate.evidence.PartRecord;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.RunWriter;
import dev.bookplate.report.HtmlReport;
import dev.bookplate.report.VisibleText;
import dev.bookplate.traces.InvalidMarkersException;
import dev.bookplate.traces.MarkerRules;
import dev.bookplate.traces.MarkerText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
      "  bookplate scan corpus -c libgen-list -o run --as-of 2021-06-30",
      "  bookplate scan corpus -c shelf -o run --calibrate --decoys unpublished/",
      "  bookplate scan answers.jsonl -c shelf -o run --outputs --prompts requests.jsonl"
          + " --tokenizer tokenizer.json",
      "  bookplate scan s3a://bucket/corpus -c shelf -o run",
      "  bookplate scan hdfs://host/corpus -c shelf -o run --engine spark --master"
          + " spark://host:7077 --work-dir hdfs://host/tmp",
      "  bookplate scan corpus -c theirs.bookplate-fp -o run --key theirs.key",
      "  bookplate scan corpus -c list -o run --markers our-marks.txt",
      "  bookplate scan corpus -c list -o run --resume",
      "  bookplate scan corpus -c list -o parts/3 --part 3/7"
    })
final class ScanCommand extends BookplateCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "CORPUS",
      converter = LocationConverter.class,
      description = "Files or folders to be searched; also hdfs://..., s3a://... and the like.")
  private List<Path> corpora;

  @Mixin private KeyOptions keys;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "RUN",
      description = "Folder for the run and its report; a new one, unless --overwrite is given.")
  private Path run;

  @Option(names = "--overwrite", description = "Replace the run that RUN holds.")
  private boolean overwrite;

  @Option(
      names = "--resume",
      description =
          "Go on with the scan that RUN holds and that was stopped or killed; start one where there"
              + " is none. The command must be the one that began it: another corpus, catalogue or"
              + " option is refused. Ctrl-C and SIGTERM give the shards in hand 5 seconds to end;"
              + " a shard is a file, or 64 MB of a large one.")
  private boolean resume;

  @Option(
      names = "--part",
      paramLabel = "I/N",
      converter = PartOfScan.class,
      description =
          "Scan part I of N alone, into RUN, for merge. Every part sees the whole corpus, which may"
              + " be in another place on each machine. A part that finds nothing does the"
              + " self-test; part 1 does the calibration. The exit code is that of the part alone.")
  private Part part;

  @Mixin private SearchOptions search;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Look only for what catalogues held on this day, as 2021-06-30: their rows that are dated"
              + " later are left out, and counted. Rows without a date, and texts, count as held."
              + " Rights are told as of this day.")
  private LocalDate asOf;

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

  @Mixin private Verdict verdict;

  @Option(
      names = "--log-candidates",
      description =
          "Write down every candidate that was rejected, with the rule that did it, as"
              + " candidates.jsonl: what was considered may have to be disclosed.")
  private boolean logCandidates;

  @Option(
      names = "--markers",
      paramLabel = "FILE",
      description =
          "Rules of your own for marks of where a copy came from, beside those that ship: names,"
              + " lines, tool stamps. What they find supports other evidence and raises no grade;"
              + " markers.csv lists it. The file stands in the manifest.")
  private Path markers;

  @Mixin private OperatorOptions operator;

  @Mixin private ProvenanceOptions provenance;

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

  List<Path> corpora() {
    return corpora;
  }

  SearchOptions search() {
    return search;
  }

  KeyOptions keys() {
    return keys;
  }

  ReadingOptions reading() {
    return reading;
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    checkPaths();
    return part == null ? whole() : part();
  }

  private ExitCode whole() throws IOException, InterruptedException {
    Manifest manifest = scan((audit, request) -> audit.run(request, ScanCommand::render));
    ExitCode code = verdict.of(manifest);
    ScanSummary summary = new ScanSummary(manifest, run, code);
    show(summary.json(), summary.lines());
    return code;
  }

  private ExitCode part() throws IOException, InterruptedException {
    PartRecord done = scan((audit, request) -> audit.part(request, part));
    ExitCode code = verdict.of(done);
    PartSummary summary = new PartSummary(done, run, code);
    show(summary.json(), summary.lines());
    return code;
  }

  private void show(String asJson, List<String> lines) {
    if (json) {
      print(asJson);
    } else {
      lines.forEach(this::tell);
    }
  }

  /** What is done with a plan. */
  @FunctionalInterface
  private interface Job<T> {
    T run(Audit audit, Audit.Request request) throws IOException, InterruptedException;
  }

  private <T> T scan(Job<T> job) throws IOException, InterruptedException {
    MarkerText rules = rules();
    AuditPlan plan;
    T done;
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet());
        EngineOptions.Joined joined = engine.join(run)) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      plan =
          search
              .toPlan(corpora, keys.toKeys(), reading.toReadOptions(), quotes, workbench)
              .logging(logCandidates)
              .marking(rules)
              .asOf(asOf == null ? null : asOf.toString());
      Audit.Request request = request(checks(plan, workbench));
      done = job.run(new Audit(plan, search.engine(), progress, joined.cluster()), request);
    }
    if (!quiet()) {
      warnOfUnused(plan.background());
    }
    return done;
  }

  /** The user's rules of markers, each tried on its examples; null for none. */
  private MarkerText rules() throws IOException {
    try {
      MarkerText own = markers == null ? null : MarkerText.read(markers);
      MarkerRules.of(own);
      return own;
    } catch (InvalidMarkersException e) {
      throw new UsageException(e.getMessage());
    }
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
    InputPaths.requireAll("file of markers", markers == null ? List.of() : List.of(markers));
    keys.check();
    InputPaths.requireApart(run, "corpus", corpora);
    search.check(run);
    controls.check(run);
    provenance.check();
    // before a catalogue is built, which may take long: can the run go there at all?
    if (part == null) {
      RunWriter.open(run, existing()).close();
    } else {
      PartFolder.open(run, existing()).close();
    }
  }

  private Existing existing() {
    return new Existing(overwrite, resume);
  }

  private Audit.Checks checks(AuditPlan plan, SearchOptions.Workbench workbench)
      throws IOException {
    return new Audit.Checks(
        selfTest, calibrate ? controls.toRequest(plan, search, workbench) : null);
  }

  private Audit.Request request(Audit.Checks checks) throws IOException {
    List<String> typed = new ArrayList<>(List.of("bookplate"));
    typed.addAll(session().arguments());
    String host = Host.name(session().environment());
    Provenance said = provenance.with(operator.operator());
    return new Audit.Request(run, existing(), typed, host, search.threads(), checks, said);
  }

  /** Writes the page for people. */
  static void render(RunReader run, Path folder) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(RunFiles.REPORT))) {
      HtmlReport.write(run, out);
    }
  }
}
