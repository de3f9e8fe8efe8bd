package dev.bookplate.cli;

import dev.bookplate.criteria.CriteriaFile;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import dev.bookplate.report.load.BatesNumbers;
import dev.bookplate.report.load.BatesRegister;
import dev.bookplate.report.load.LoadEncoding;
import dev.bookplate.report.load.LoadFormat;
import dev.bookplate.report.load.LoadProfile;
import dev.bookplate.report.load.Preflight;
import dev.bookplate.report.load.Problem;
import dev.bookplate.report.load.Production;
import dev.bookplate.report.load.ProductionLog;
import dev.bookplate.report.load.ProductionWriter;
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
      "Write a run as load files for a review platform or as a list of works, or check load"
          + " files.",
      "",
      "A production is a folder of volumes: DATA with the load file, TEXT, and NATIVES if asked"
          + " for. Each training document with findings is a family with a sheet for every finding"
          + " in it. The run holds no whole texts, so that a document's text file says where it"
          + " stands. Numbers that were given out stand in a register and are never given out"
          + " again.",
      "",
      "The list of works has a row for each work and each copy, as CSV and as a spreadsheet, and"
          + " says by dated rules which works qualify: Y, N or UNKNOWN, with a reason for each"
          + " criterion. What is not known is UNKNOWN."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate export run --format concordance --bates BKPL -o production",
      "  bookplate export run --format csv --profile relativity --bates BKPL -o production",
      "  bookplate export run --format concordance --bates BKPL --designation CONFIDENTIAL"
          + " --natives /data/corpus -o production",
      "  bookplate export --check production",
      "  bookplate export run --format works -o list",
      "  bookplate export run --format works --facts registrations.csv"
          + " --source libgen=corpus/lg/** -o list",
      "  bookplate export --example-rules > rules.json"
    })
final class ExportCommand extends BookplateCommand {
  @Parameters(arity = "0..1", paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "concordance (a DAT file), csv, or works (a list of works).")
  private String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder of the production, which is not there yet, or empty.")
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

  @Option(names = "--bates", paramLabel = "PREFIX", description = "Prefix of the numbers.")
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

  @Mixin private WorksExport works;

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
    RunReader reader = RunReader.open(run);
    return switch (format) {
      case WorksExport.FORMAT -> worksList(reader);
      default -> production(reader);
    };
  }

  private ExitCode production(RunReader reader) throws IOException {
    require(prefix, "--bates PREFIX");
    return write(reader);
  }

  private ExitCode worksList(RunReader reader) throws IOException {
    refuse();
    Path target = output.toAbsolutePath().normalize();
    Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
    FileTrees.delete(partial);
    Files.createDirectories(partial);
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet() || json)) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      WorksExport.Done done = works.write(reader, designation, partial, workbench);
      Files.deleteIfExists(target);
      Files.move(partial, target);
      tellWorks(done);
    } finally {
      FileTrees.delete(partial);
    }
    return ExitCode.DONE;
  }

  private void tellWorks(WorksExport.Done done) {
    if (json) {
      print(RunJson.line(done.facts()));
      return;
    }
    tell(
        String.format(
            Locale.ROOT,
            "%s, %s",
            Figures.count(done.written().works(), "work", "works"),
            Figures.count(done.written().copies(), "copy", "copies")));
    tell("Criteria met: " + done.verdicts());
    tell("By the rules " + VisibleText.oneLine(done.rulesLine()));
  }

  private static void require(Object given, String name) {
    if (given == null) {
      throw new UsageException(
          name + " is missing: give RUN, --format and -o, for load files --bates, or --check DIR.");
    }
  }

  private ExitCode write(RunReader reader) throws IOException {
    refuse();
    Path target = output.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path numbers = register == null ? target.resolveSibling("bates-register.jsonl") : register;
    try (BatesRegister given = BatesRegister.open(numbers)) {
      Production asked = asked(given);
      Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
      FileTrees.delete(partial);
      Files.createDirectories(partial);
      try {
        ProductionLog log = ProductionWriter.write(reader, asked, partial);
        given.note(asked.numbers(), log, target);
        Files.deleteIfExists(target);
        Files.move(partial, target);
        done(log, numbers);
      } finally {
        FileTrees.delete(partial);
      }
    }
    return ExitCode.DONE;
  }

  private void refuse() throws IOException {
    boolean isEmpty = !Files.exists(output);
    if (!isEmpty && Files.isDirectory(output)) {
      try (var entries = Files.list(output)) {
        isEmpty = entries.findAny().isEmpty();
      }
    }
    if (!isEmpty) {
      throw new UsageException(
          output
              + " is there and not empty: name a new folder; what was produced is not replaced.");
    }
  }

  private Production asked(BatesRegister given) {
    long next = given.next(prefix);
    if (start != null && start < next) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "numbers up to %d of %s were given out before: start at %d, or leave --bates-start"
                  + " out.",
              next - 1,
              prefix,
              next));
    }
    try {
      return new Production(
          named(LoadFormat.values(), LoadFormat::label, format, "--format"),
          named(LoadProfile.values(), LoadProfile::label, profile, "--profile"),
          named(LoadEncoding.values(), LoadEncoding::label, encoding, "--encoding"),
          new BatesNumbers(prefix, width, start == null ? next : start),
          new Production.Labels(custodian, designation),
          volumeSize,
          natives.isEmpty() ? null : this::nativeFile);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
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
                        "%s %s is not known: give %s.",
                        option,
                        typed,
                        Arrays.stream(all).map(label).collect(Collectors.joining(" or ")))));
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
