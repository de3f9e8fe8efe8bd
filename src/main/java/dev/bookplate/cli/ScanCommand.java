package dev.bookplate.cli;

import dev.bookplate.audit.Audit;
import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.Build;
import dev.bookplate.audit.CatalogueCache;
import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.Progress;
import dev.bookplate.audit.SampledCatalogues;
import dev.bookplate.engine.LocalEngine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.RunWriter;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.match.Grade;
import dev.bookplate.report.HtmlReport;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
      "  bookplate scan corpus -c theirs.bookplate-fp -o run --key theirs.key"
    })
final class ScanCommand extends BookplateCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "CORPUS",
      description = "Files or folders to be searched.")
  private List<Path> corpora;

  @Option(
      names = {"-c", "--catalogue", "--catalog"},
      required = true,
      arity = "1..*",
      paramLabel = "CATALOGUE",
      description =
          "What is looked for: a built catalogue, or a folder of e-books, which is made one and"
              + " kept for the next scan, or a file of fingerprints that catalogue export wrote.")
  private List<Path> catalogues;

  @Option(
      names = "--key",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Keys of the catalogues that hold fingerprints and no text.")
  private List<Path> keys = List.of();

  @Option(
      names = "--background",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Text that explains a match away, and is not looked for: books in the public domain,"
              + " licences, boilerplate. Read like a catalogue; beside it, notices that ship with"
              + " the program.")
  private List<Path> background = List.of();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description =
          "How densely books are fingerprinted: fast, standard, or noisy for bad OCR. Default: what"
              + " the built catalogues have, else standard.")
  private Profile profile;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "RUN",
      description = "Folder for the run and its report; a new one, unless --overwrite is given.")
  private Path run;

  @Option(names = "--overwrite", description = "Replace the run that RUN holds.")
  private boolean overwrite;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that search; the findings are the same for any number. Default: all processors.")
  private Integer threads;

  @Option(
      names = "--quotes",
      paramLabel = "N|none",
      converter = Quotes.class,
      description =
          "Words quoted of a passage at most, and ten times as many of a work; none writes no text"
              + " of the corpus at all. Default: 60.")
  private QuotePolicy quotes = QuotePolicy.DEFAULT;

  @Mixin private ReadingOptions reading;

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
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where catalogues are kept that were built on the fly. Default: $BOOKPLATE_CACHE, else"
              + " $XDG_CACHE_HOME/bookplate, else ~/.cache/bookplate.")
  private Path cache;

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
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet())) {
      plan = toPlan(progress);
      Audit audit = new Audit(plan, new LocalEngine(threads()), progress);
      manifest = audit.run(request(), ScanCommand::render);
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
    if (threads != null && threads < 1) {
      throw new ParameterException(
          spec().commandLine(), "--threads " + threads + " is none; give 1 or more");
    }
    InputPaths.requireAll("corpus", corpora);
    InputPaths.requireAll("catalogue", catalogues);
    InputPaths.requireAll("key", keys);
    InputPaths.requireAll("background", background);
    InputPaths.requireApart(run, "corpus", corpora);
    InputPaths.requireApart(run, "catalogue", catalogues);
    InputPaths.requireApart(run, "background", background);
    // before a catalogue is built, which may take long: can the run go there at all?
    RunWriter.open(run, overwrite).close();
  }

  /** What it means; below here nobody sees an option. */
  private AuditPlan toPlan(Progress progress) throws IOException {
    Path kept = cache == null ? CacheFolder.of(session().environment()) : cache;
    List<Path> sampled = new ArrayList<>();
    List<Path> whole = new ArrayList<>();
    for (Path each : catalogues) {
      (SampledCatalogues.isOne(each) ? sampled : whole).add(each);
    }
    // where no text is held, nothing denser than the fingerprints is of use
    Profile wanted = profile == null && whole.isEmpty() ? Profile.FAST : profile;
    CatalogueCache built = new CatalogueCache(kept, Build.identity(), wanted, progress);
    List<AuditPlan.CatalogueRef> sought = built.resolve(whole);
    Set<String> names =
        sought.stream().map(AuditPlan.CatalogueRef::name).collect(Collectors.toSet());
    return new AuditPlan(
        corpora.stream().map(c -> c.toAbsolutePath().normalize().toString()).toList(),
        sought,
        new SampledCatalogues(kept, keys, progress).resolve(sampled, names),
        built.background(background),
        reading.toReadOptions(),
        quotes,
        built.profile().spec());
  }

  private Audit.Request request() {
    List<String> typed = new ArrayList<>(List.of("bookplate"));
    typed.addAll(session().arguments());
    return new Audit.Request(run, overwrite, typed, Host.name(session().environment()), threads());
  }

  private int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private static void render(RunReader run, Path folder) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(RunFiles.REPORT))) {
      HtmlReport.write(run, out);
    }
  }

  private ExitCode code(Manifest manifest) {
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
