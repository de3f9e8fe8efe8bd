package dev.bookplate.cli;

import dev.bookplate.criteria.CriteriaFile;
import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.Figures;
import dev.bookplate.report.Redaction;
import dev.bookplate.report.VisibleText;
import dev.bookplate.report.certificate.CertificateLog;
import dev.bookplate.report.certificate.CertificatePack;
import dev.bookplate.report.exhibit.ExhibitLog;
import dev.bookplate.report.exhibit.ExhibitPlan;
import dev.bookplate.report.exhibit.ExhibitWriter;
import dev.bookplate.report.load.BatesNumbers;
import dev.bookplate.report.load.LoadEncoding;
import dev.bookplate.report.load.LoadFormat;
import dev.bookplate.report.load.LoadProfile;
import dev.bookplate.report.load.Preflight;
import dev.bookplate.report.load.Problem;
import dev.bookplate.report.load.Production;
import dev.bookplate.report.load.ProductionLog;
import dev.bookplate.report.load.ProductionWriter;
import dev.bookplate.report.works.WorksList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes load files, or checks them as an importer would. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Write a run as load files for a review platform, as exhibits, as drafts of certificates or"
          + " as a list of works; or check load files.",
      "",
      "concordance, csv: a production is a folder of volumes: DATA with the load file, TEXT, and"
          + " NATIVES if asked for. Each training document with findings is a family with a sheet"
          + " for every finding in it. The run holds no whole texts, so that a document's text file"
          + " says where it stands. Numbers that were given out stand in a register and are never"
          + " given out again.",
      "",
      "exhibits: a PDF with method, measured error, works, and a sheet for every finding with both"
          + " sides of its passages; a number on each page.",
      "",
      "certificate: drafts for counsel under FRE 902(13) and 902(14), a statement of methods, an"
          + " index from every cell of a summary to its source, and a glossary; Markdown and DOCX.",
      "",
      "works: a row for each work and each copy, as CSV and as a spreadsheet, and by dated rules"
          + " which works qualify: Y, N or UNKNOWN, with a reason for each criterion. What is not"
          + " known is UNKNOWN. Some columns are filled only from what is named beside the run: the"
          + " MD5 that a library reports (-c), torrents (--torrents), numbers (--production),"
          + " notices (--notices). LONGEST_RUN_TOKENS is known only of runs that were scanned with"
          + " --outputs and --tokenizer, and of a copy only where no other completion of its prompt"
          + " has the work; else it is empty.",
      "",
      "What was exported, or redacted, is noted in the run's custody log."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate export run --format concordance --bates BKPL -o production",
      "  bookplate export run --format csv --profile relativity --bates BKPL -o production",
      "  bookplate export run --format concordance --bates BKPL --designation CONFIDENTIAL"
          + " --natives /data/corpus -o production",
      "  bookplate export --check production",
      "  bookplate export run --format exhibits --bates BKPL-EX -o exhibits",
      "  bookplate export run --format exhibits --bates BKPL-EX --redact all --operator 'J. Doe' -o"
          + " exhibits",
      "  bookplate export run --format certificate -o drafts",
      "  bookplate export run --format works -o list",
      "  bookplate export run --format works --facts registrations.csv"
          + " --source libgen=corpus/lg/** -o list",
      "  bookplate catalogue torrent *.torrent --check corpus --json > torrents.jsonl",
      "  bookplate export run --format works -c shelf --torrents torrents.jsonl --production"
          + " production -o list",
      "  bookplate export --example-rules > rules.json"
    })
final class ExportCommand extends BookplateCommand {
  /** Forms in which nothing has a number. */
  private static final Set<String> UNNUMBERED = Set.of("certificate", WorksExport.FORMAT);

  @Parameters(arity = "0..1", paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "concordance (a DAT file), csv, exhibits (PDF), certificate (DOCX) or works (a list of"
              + " works).")
  private String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder to write, which is not there yet, or empty.")
  private Path output;

  @Option(
      names = "--check",
      paramLabel = "DIR",
      description = "Check a production as an importer would; with problems the exit code is 4.")
  private Path checked;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "concordance",
      description = "Names of the columns: concordance (default) or relativity.")
  private String profile;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "utf-8",
      description = "utf-8 with a mark (default), utf-16le with a mark, or windows-1252.")
  private String encoding;

  @Option(
      names = "--bates",
      paramLabel = "PREFIX",
      description = "Prefix of the numbers, of documents in load files and of pages in exhibits.")
  private String prefix;

  @Option(
      names = "--bates-width",
      paramLabel = "N",
      defaultValue = "8",
      description = "Digits of the numbers (default: 8).")
  private int width;

  @Option(
      names = "--bates-start",
      paramLabel = "N",
      description = "First number. Default: the one behind the last of the register.")
  private Long start;

  @Option(
      names = "--bates-register",
      paramLabel = "FILE",
      description =
          "Numbers that were given out. Default: bates-register.jsonl beside the output folder.")
  private Path register;

  @Option(names = "--designation", paramLabel = "TEXT", description = "Confidentiality.")
  private String designation;

  @Option(
      names = "--custodian",
      paramLabel = "NAME",
      description = "Custodian of the documents. Default: the name of each corpus.")
  private String custodian;

  @Option(
      names = "--natives",
      paramLabel = "CORPUS",
      description =
          "Copy the files of documents that are whole files out of this corpus, each checked"
              + " against the digest of the scan. May be given for each corpus.")
  private List<Path> natives = List.of();

  @Option(
      names = "--volume-size",
      paramLabel = "SIZE",
      defaultValue = "650M",
      converter = ByteSize.class,
      description = "Texts and natives of a volume (default: 650M); families stay together.")
  private int volumeSize;

  @Option(
      names = "--redact",
      paramLabel = "N|all",
      converter = RedactedWords.class,
      description =
          "Leave N words of each side of a passage, or none (all); digests and measures stay.")
  private Redaction redaction;

  @Option(
      names = "--fonts",
      paramLabel = "DIR",
      description =
          "Folder with TrueType fonts, for exhibits in scripts whose fonts are not shipped, such as"
              + " Khmer, Burmese and Tamil. May be given several times.")
  private List<Path> fonts = List.of();

  @Mixin private WorksExport works;

  @Mixin private OperatorOptions operator;

  @Option(names = "--json", description = "Print what was done, or found, as JSON.")
  private boolean json;

  ExportCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    if (checked != null) {
      return check();
    }
    if (works.isExample()) {
      print(new String(CriteriaFile.exampleBytes(), StandardCharsets.UTF_8).stripTrailing());
      return ExitCode.DONE;
    }
    require(run, "RUN");
    require(format, "--format");
    require(output, "-o DIR");
    refuse();
    RunReader reader = RunReader.open(run);
    switch (format.toLowerCase(Locale.ROOT)) {
      case "exhibits" -> exhibits(reader);
      case "certificate" -> certificate(reader);
      case WorksExport.FORMAT -> worksList(reader);
      default -> production(reader);
    }
    return ExitCode.DONE;
  }

  private static void require(Object given, String name) {
    if (given == null) {
      throw new UsageException(name + " is missing: give RUN, --format and -o, or --check DIR.");
    }
  }

  private void refuse() {
    if (!UNNUMBERED.contains(format.toLowerCase(Locale.ROOT)) && prefix == null) {
      throw new UsageException("--bates PREFIX is missing: it stands on what is exported.");
    }
    if (redaction != null && !natives.isEmpty()) {
      throw new UsageException(
          "--redact goes without --natives: a native file has the text that is to be left out.");
    }
    natives.forEach(corpus -> InputPaths.requireAll("corpus", List.of(corpus)));
    fonts.forEach(folder -> InputPaths.requireAll("folder of fonts", List.of(folder)));
  }

  private void production(RunReader reader) throws IOException {
    Production.Labels labels = new Production.Labels(custodian, designation, redaction);
    LoadFormat form = named(LoadFormat.values(), LoadFormat::label, format, "--format");
    try (NumberedFolder target = NumberedFolder.begin(output, register, prefix)) {
      Production asked = asked(form, target.numbers(start, width), labels);
      ProductionLog log = ProductionWriter.write(reader, asked, target.folder());
      target.end(log.documents() + log.sheets(), log.runManifestSha256());
      done(log, target.register());
    }
    note(ProductionLog.FILE);
  }

  private void exhibits(RunReader reader) throws IOException {
    try (NumberedFolder target = NumberedFolder.begin(output, register, prefix)) {
      ExhibitPlan plan = exhibitPlan(target.numbers(start, width));
      ExhibitLog log = ExhibitWriter.write(reader, plan, target.folder());
      target.end(log.pages(), log.runManifestSha256());
      if (json) {
        print(RunJson.line(log));
      } else {
        tell(
            String.format(
                Locale.ROOT,
                "%s to %s: %s on %s, in %s",
                log.firstNumber(),
                log.lastNumber(),
                Figures.count(log.sheets(), "sheet", "sheets"),
                Figures.count(log.documents(), "document", "documents"),
                Figures.count(log.files().size() - 1L, "file", "files")));
        tell("Numbers given out stand in " + VisibleText.oneLine(target.register().toString()));
      }
    }
    note(ExhibitLog.FILE);
  }

  private ExhibitPlan exhibitPlan(BatesNumbers numbers) {
    try {
      return new ExhibitPlan(numbers, designation, redaction, fonts, ExhibitPlan.PAGES);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void certificate(RunReader reader) throws IOException {
    try (NumberedFolder target = NumberedFolder.begin(output, null, null)) {
      CertificateLog log = CertificatePack.write(reader, designation, target.folder());
      target.end(0, log.runManifestSha256());
      if (json) {
        print(RunJson.line(log));
      } else {
        log.files()
            .forEach(file -> tell(VisibleText.oneLine(output.resolve(file.path()).toString())));
        tell("These are drafts for counsel: what a person has to say is left blank.");
      }
    }
    note(CertificateLog.FILE);
  }

  private void worksList(RunReader reader) throws IOException {
    WorksExport.Done done;
    try (NumberedFolder target = NumberedFolder.begin(output, null, null);
        ProgressDisplay progress = ProgressDisplay.of(session(), quiet() || json)) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      done = works.write(reader, designation, target.folder(), workbench);
      target.end(0, null);
    }
    if (json) {
      print(RunJson.line(done.facts()));
    } else {
      done.lines().forEach(line -> tell(VisibleText.oneLine(line)));
    }
    note(WorksList.BOOK);
  }

  /** The run's log says what left it: which form, where to, and the digest of the list of it. */
  private void note(String log) throws IOException {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("format", format.toLowerCase(Locale.ROOT));
    detail.put("folder", output.toAbsolutePath().normalize().toString());
    detail.put(log, Digests.of(output.resolve(log)).sha256());
    if (redaction != null) {
      Map<String, String> what = new LinkedHashMap<>(detail);
      what.put("wordsThatRemain", redaction.label());
      operator.note(session(), run, CustodyEvent.REDACTED, what);
    }
    String problem = operator.note(session(), run, CustodyEvent.EXPORTED, detail);
    if (problem != null && !json) {
      tell(VisibleText.oneLine(problem));
    }
  }

  private Production asked(LoadFormat form, BatesNumbers numbers, Production.Labels labels) {
    return new Production(
        form,
        named(LoadProfile.values(), LoadProfile::label, profile, "--profile"),
        named(LoadEncoding.values(), LoadEncoding::label, encoding, "--encoding"),
        numbers,
        labels,
        volumeSize,
        natives.isEmpty() ? null : this::nativeFile);
  }

  private static <T> T named(T[] all, Function<T, String> label, String typed, String option) {
    return Arrays.stream(all)
        .filter(each -> label.apply(each).equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    String.format(
                        Locale.ROOT,
                        "%s %s is not known: give %s%s.",
                        option,
                        typed,
                        Arrays.stream(all).map(label).collect(Collectors.joining(" or ")),
                        option.equals("--format") ? ", exhibits, certificate or works" : "")));
  }

  /** A corpus is known by the name of its folder, or file. */
  private Optional<Path> nativeFile(Manifest.Input input) {
    return natives.stream()
        .map(corpus -> corpus.toAbsolutePath().normalize())
        .filter(corpus -> String.valueOf(corpus.getFileName()).equals(input.corpus()))
        .map(corpus -> Files.isDirectory(corpus) ? corpus.resolve(input.path()) : corpus)
        .findFirst();
  }

  private void done(ProductionLog log, Path numbers) {
    if (json) {
      print(RunJson.line(log));
      return;
    }
    if (log.firstNumber() == null) {
      tell("The run has no findings: the production holds no document.");
      return;
    }
    tell(
        String.format(
            Locale.ROOT,
            "%s to %s: %s with %s, %s, in %s",
            log.firstNumber(),
            log.lastNumber(),
            Figures.count(log.documents(), "document", "documents"),
            Figures.count(log.sheets(), "sheet", "sheets"),
            Figures.count(log.natives(), "native file", "native files"),
            Figures.count(log.volumes().size(), "volume", "volumes")));
    if (!log.escaped().isEmpty()) {
      tell(
          Figures.count(log.escaped().size(), "value", "values")
              + " hold a delimiter or control character and stand escaped; production.json lists"
              + " them");
    }
    tell("Numbers given out stand in " + VisibleText.oneLine(numbers.toString()));
  }

  private ExitCode check() throws IOException {
    if (run != null || output != null) {
      throw new UsageException("--check DIR goes without RUN and -o.");
    }
    if (!Files.isDirectory(checked)) {
      throw new UsageException(checked + " is no folder: name the folder of a production.");
    }
    Preflight.Result result = Preflight.check(checked);
    if (json) {
      print(RunJson.line(shown(result)));
    } else {
      result.problems().forEach(p -> print(VisibleText.oneLine(p.toString())));
      tell(
          String.format(
              Locale.ROOT,
              "%s with %s: %s",
              Figures.count(result.loadFiles(), "load file", "load files"),
              Figures.count(result.rows(), "row", "rows"),
              result.problems().isEmpty()
                  ? "nothing that an importer would stumble over"
                  : Figures.count(result.problems().size(), "problem", "problems")));
    }
    return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.EVIDENCE;
  }

  private static Map<String, Object> shown(Preflight.Result result) {
    List<Map<String, Object>> problems = new ArrayList<>();
    for (Problem problem : result.problems()) {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("file", problem.file());
      shown.put("line", problem.line());
      shown.put("column", problem.column());
      shown.put("code", problem.code().label());
      shown.put("message", problem.message());
      problems.add(shown);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("loadFiles", result.loadFiles());
    all.put("rows", result.rows());
    all.put("problems", problems);
    return all;
  }
}
