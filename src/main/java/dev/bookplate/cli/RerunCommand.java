package dev.bookplate.cli;

import dev.bookplate.audit.Audit;
import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.CatalogueException;
import dev.bookplate.audit.Provenance;
import dev.bookplate.audit.RecordedPlan;
import dev.bookplate.audit.Verify;
import dev.bookplate.engine.LocalEngine;
import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunComparison;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.Verification;
import dev.bookplate.evidence.Verifier;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Makes a run again. */
@Command(
    name = "rerun",
    sortOptions = false,
    description = {
      "Scan again what a run was made of, by the plan that its manifest records, and compare every"
          + " file with it, byte by byte.",
      "",
      "Ends with exit code 4 where one differs. Corpora and catalogues that are not named are taken"
          + " where the recorded command found them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate rerun run",
      "  bookplate rerun run --corpus /mnt/corpus --catalogue shelf/ -o again/"
    })
final class RerunCommand extends BookplateCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Mixin private SourceOptions sources;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder that the new run is kept in. Default: it is not kept.")
  private Path output;

  @Option(names = "--threads", paramLabel = "N", description = "Threads that search.")
  private Integer threads;

  @Mixin private OperatorOptions operator;

  @Option(names = "--json", description = "Print what is the same and what differs as JSON.")
  private boolean json;

  RerunCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    InputPaths.requireAll("run", List.of(run));
    sources.check();
    if (threads != null && threads < 1) {
      throw new ParameterException(
          spec().commandLine(), "--threads " + threads + " is none; give 1 or more");
    }
    Verification whole = new Verification();
    RunReader old = new Verifier(run, whole).bytes();
    if (old == null) {
      throw new EvidenceException(
          whole.problems().getFirst().sentence() + " There is no run to compare with.");
    }
    Verification result = new Verification();
    Path folder = output == null ? Files.createTempDirectory("bookplate-rerun") : output;
    try {
      InputPaths.requireApart(folder, "run", List.of(run));
      scan(old.manifest(), folder);
      RunComparison.of(old, RunReader.open(folder), result);
    } finally {
      if (output == null) {
        FileTrees.delete(folder);
      }
    }
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("result", result.holds() ? "the same" : "different");
    result.problems().stream()
        .limit(3)
        .forEach(p -> detail.put("problem " + detail.size(), p.sentence()));
    String note = operator.note(session(), run, CustodyEvent.RERUN, detail);
    tell(result, note);
    return result.holds() ? ExitCode.DONE : ExitCode.EVIDENCE;
  }

  private void scan(Manifest manifest, Path folder) throws IOException, InterruptedException {
    SourceOptions from = sources.orRecorded(manifest, session());
    List<Path> corpora = from.corpora().stream().map(Verify.Corpus::root).toList();
    if (manifest.calibration() != null && !quiet()) {
      session().err().println("The calibration is not measured again; its file is not compared.");
    }
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet() || json)) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      RecordedPlan recorded = RecordedPlan.of(manifest, from.tokenizer());
      RecordedPlan.AtHand at = from.find(recorded, workbench);
      if (at.isEmpty()) {
        throw new UsageException(
            "No catalogue was named, and the recorded command names none that is there; add"
                + " --catalogue.");
      }
      List<String> others = recorded.others(at);
      if (!others.isEmpty()) {
        throw new EvidenceException(
            others.getFirst()
                + ": the run was not made with it; name the catalogues it was made with");
      }
      AuditPlan plan = recorded.plan(corpora, at);
      boolean selfTest = manifest.selfTest() != null;
      Audit.Request request =
          new Audit.Request(
              folder,
              Existing.NOTHING,
              manifest.commandLine(),
              Host.name(session().environment()),
              threads(),
              new Audit.Checks(selfTest, null),
              new Provenance(operator.operator(), null, null, null, null));
      new Audit(plan, new LocalEngine(threads(), PATIENCE), progress)
          .run(request, ScanCommand::render);
    } catch (CatalogueException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private void tell(Verification result, String note) {
    if (json) {
      Map<String, Object> facts = new LinkedHashMap<>(result.facts());
      facts.put("result", result.holds() ? "the same" : "different");
      facts.put("custodyNote", note);
      print(RunJson.line(facts));
      return;
    }
    result.checked().forEach(s -> tell("same          " + step(s)));
    result.notChecked().forEach(s -> tell("not compared  " + step(s)));
    for (Problem problem : result.problems()) {
      session().err().println(VisibleText.oneLine(problem.sentence()));
    }
    tell(result.holds() ? "The run was made again: the same bytes." : "Another run came out.");
  }

  private static String step(Verification.Step step) {
    return VisibleText.oneLine(step.what() + ": " + step.how());
  }
}
