package dev.bookplate.cli;

import dev.bookplate.audit.Build;
import dev.bookplate.audit.SignerKeys;
import dev.bookplate.audit.Verify;
import dev.bookplate.evidence.Bundle;
import dev.bookplate.evidence.CustodyEntry;
import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.CustodyLog;
import dev.bookplate.evidence.CustodySignature;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.Verification;
import dev.bookplate.evidence.Verifier;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a run. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Check a run: every digest, count and link of its custody log; with its corpora every"
          + " document that a finding names is read again, and with its catalogues aligned again,"
          + " and every field compared.",
      "",
      "It passes, or ends with exit code 4. What was not checked is told."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate verify run",
      "  bookplate verify run --corpus corpus/ --catalogue shelf/",
      "  bookplate verify run --corpus books=/mnt/copy-of-books -c shelf/",
      "  bookplate verify run.zip --key signer.pub.pem"
    })
final class VerifyCommand extends BookplateCommand {
  @Parameters(paramLabel = "RUN", description = "Folder of the run, or its bundle.")
  private Path run;

  @Mixin private SourceOptions sources;

  @Option(
      names = "--key",
      paramLabel = "PUB.pem",
      description = "Ed25519 public key of who must have signed the run.")
  private Path key;

  @Mixin private OperatorOptions operator;

  @Option(names = "--json", description = "Print what was checked, and what not, as JSON.")
  private boolean json;

  private final Verification result = new Verification();

  VerifyCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    InputPaths.requireAll("run", List.of(run));
    sources.check();
    PublicKey signer = key == null ? null : SignerKeys.publicKey(key);
    List<Verify.Corpus> corpora = sources.corpora();
    try (OpenRun open = OpenRun.of(run)) {
      RunReader reader = new Verifier(open.folder(), result).bytes();
      signature(open.folder(), signer);
      if (reader == null) {
        result.notChecked("everything else", "bytes of the run were altered");
      } else {
        check(reader, corpora);
        report(reader);
        if (open.zip() != null) {
          bundle(reader);
        }
      }
      String note = operator.note(session(), open.folder(), CustodyEvent.VERIFIED, detail());
      tellResult(note);
    }
    return result.holds() ? ExitCode.DONE : ExitCode.EVIDENCE;
  }

  private void check(RunReader reader, List<Verify.Corpus> corpora)
      throws IOException, InterruptedException {
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet() || json)) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      new Verify(result, progress)
          .check(
              reader, corpora, sources.tokenizer(), recorded -> sources.find(recorded, workbench));
    }
  }

  /** Who signed, and what of the log stands behind the last signature. */
  private void signature(Path folder, PublicKey signer) throws IOException {
    List<CustodyEntry> entries =
        CustodyLog.isIn(folder) ? CustodyLog.read(folder).entries() : List.of();
    int last = -1;
    for (int i = 0; i < entries.size(); i++) {
      CustodyEntry entry = entries.get(i);
      if (entry.event() == CustodyEvent.SIGNED
          && (signer == null || CustodySignature.isBy(entry, signer))) {
        last = i;
      }
    }
    if (last < 0 && signer != null) {
      result.problem(
          new Problem(RunFiles.CUSTODY, "all of it", "nobody signed the run with that key"));
    } else if (last < 0) {
      result.notChecked(
          "who made the run",
          "it is not signed: it agrees with itself, which does not show that nobody replaced all of"
              + " it, or cut off the end of its custody log");
    } else if (signer == null) {
      result.notChecked(
          "who signed the run", "no --key was named; the signature holds by the key in it");
    } else {
      result.checked("signature", "line " + (last + 1) + " of the custody log, by that key");
      if (last + 1 < entries.size()) {
        result.notChecked(
            "signature of the custody log's last lines",
            (entries.size() - last - 1) + " of them stand behind the signature");
      }
    }
  }

  /** The page is made again by the program that made it; another may make it otherwise. */
  private void report(RunReader reader) throws IOException {
    Manifest manifest = reader.manifest();
    if (!manifest.files().containsKey(RunFiles.REPORT)) {
      return;
    }
    boolean same =
        Objects.equals(manifest.tool().sha256(), Build.sha256())
            && Objects.equals(manifest.tool().version(), Build.THIS.version());
    if (!same) {
      result.notChecked(
          RunFiles.REPORT + ", its content",
          "another build of the program made it; its digest holds");
      return;
    }
    Path again = Files.createTempDirectory("bookplate-verify");
    try {
      ScanCommand.render(reader, again);
      long at =
          Files.mismatch(again.resolve(RunFiles.REPORT), reader.folder().resolve(RunFiles.REPORT));
      if (at < 0) {
        result.checked(RunFiles.REPORT, "made again of the run: the same bytes");
      } else {
        result.problem(
            new Problem(RunFiles.REPORT, "byte " + at, "it is not what the run gives there"));
      }
    } finally {
      FileTrees.delete(again);
    }
  }

  /** A bundle has no byte that the run in it does not give: also none between its files. */
  private void bundle(RunReader reader) throws IOException {
    Path again = Files.createTempDirectory("bookplate-verify");
    try {
      Path made = again.resolve("bundle.zip");
      Bundle.write(reader.folder(), reader.manifest(), made);
      long at = Files.mismatch(made, run);
      if (at < 0) {
        result.checked("the bundle", "made again of the run in it: the same bytes");
      } else {
        result.problem(
            new Problem(
                run.getFileName().toString(),
                "byte " + at,
                "it is not what the run in the bundle gives there"));
      }
    } finally {
      FileTrees.delete(again);
    }
  }

  private Map<String, String> detail() {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("result", result.holds() ? "passed" : "failed");
    result.problems().stream()
        .limit(3)
        .forEach(p -> detail.put("problem " + detail.size(), p.sentence()));
    detail.put("checked", words(result.checked()));
    detail.put("notChecked", words(result.notChecked()));
    return detail;
  }

  private static String words(List<Verification.Step> steps) {
    return String.join("; ", steps.stream().map(Verification.Step::what).toList());
  }

  private void tellResult(String note) {
    if (json) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("run", run.toString());
      facts.putAll(result.facts());
      facts.put("custodyNote", note);
      print(RunJson.line(facts));
      return;
    }
    result.checked().forEach(s -> tell("checked      " + line(s)));
    result.notChecked().forEach(s -> tell("not checked  " + line(s)));
    if (note != null) {
      tell("             " + VisibleText.oneLine(note));
    }
    for (Problem problem : result.problems()) {
      session().err().println(VisibleText.oneLine(problem.sentence()));
    }
    if (result.more() > 0) {
      session().err().println("and " + result.more() + " more.");
    }
    tell(result.holds() ? "Passed: all that was checked holds." : "Failed: see above.");
  }

  private static String line(Verification.Step step) {
    return VisibleText.oneLine(step.what() + ": " + step.how());
  }
}
