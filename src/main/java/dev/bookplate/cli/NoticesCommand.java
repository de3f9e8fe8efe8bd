package dev.bookplate.cli;

import dev.bookplate.audit.CopiesAgain;
import dev.bookplate.audit.RecordedPlan;
import dev.bookplate.audit.Verify;
import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.notices.NoticeRules;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.Figures;
import dev.bookplate.report.NoticeFacts;
import dev.bookplate.report.NoticesReport;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for the notices of references in copies. */
@Command(
    name = "notices",
    sortOptions = false,
    description = {
      "See whether copyright notices of the reference stand in each copy: title page, author,"
          + " copyright line, ISBN, rights statement, publisher, permissions, acknowledgments,"
          + " credits, licence.",
      "",
      "Each line is present, altered, absent in context (the lines before and after it are there),"
          + " or not covered. That a line was removed, by whom and why, is not seen. Both texts are"
          + " read again, so that the corpora and catalogues of the run have to be at hand."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate notices run --corpus corpus/ --catalogue shelf/ -o notices",
      "  bookplate notices run --corpus corpus/ -c shelf/ --rules mine.json -o notices",
      "  bookplate export run --format works --notices notices -o list"
    })
final class NoticesCommand extends BookplateCommand {
  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder to write to, which is not there yet, or empty.")
  private Path output;

  @Mixin private SourceOptions sources;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rules by which a line is a notice. Default: those of the program.")
  private Path rules;

  @Mixin private OperatorOptions operator;

  @Option(names = "--json", description = "Print the rates as JSON.")
  private boolean json;

  NoticesCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException, InterruptedException {
    sources.check();
    RunReader reader = RunReader.open(run);
    List<Verify.Corpus> corpora = sources.corpora();
    if (corpora.isEmpty() || !sources.hasCatalogues()) {
      throw new UsageException(
          "both texts are read again: name the run's --corpus and its --catalogue.");
    }
    NoticeRules asked = rules == null ? NoticeRules.shipped() : NoticeRules.read(rules);
    refuse();
    Path target = output.toAbsolutePath().normalize();
    Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
    FileTrees.delete(partial);
    Files.createDirectories(partial);
    try {
      NoticeFacts facts = write(reader, corpora, asked, partial);
      Files.deleteIfExists(target);
      Files.move(partial, target);
      tellFacts(facts);
      note();
      return code(facts);
    } finally {
      FileTrees.delete(partial);
    }
  }

  private void note() throws IOException {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("format", "notices");
    detail.put("folder", output.toAbsolutePath().normalize().toString());
    try (var files = Files.list(output)) {
      for (Path file : files.sorted().toList()) {
        detail.put(String.valueOf(file.getFileName()), Digests.of(file).sha256());
      }
    }
    String problem = operator.note(session(), run, CustodyEvent.REPORTED, detail);
    if (problem != null && !json) {
      tell(VisibleText.oneLine(problem));
    }
  }

  private void refuse() throws IOException {
    boolean isFree = !Files.exists(output);
    if (!isFree && Files.isDirectory(output)) {
      try (var entries = Files.list(output)) {
        isFree = entries.findAny().isEmpty();
      }
    }
    if (!isFree) {
      throw new UsageException(output + " is there and not empty: name a new folder.");
    }
  }

  private NoticeFacts write(
      RunReader reader, List<Verify.Corpus> corpora, NoticeRules asked, Path folder)
      throws IOException, InterruptedException {
    RecordedPlan recorded = RecordedPlan.of(reader.manifest(), sources.tokenizer());
    if (recorded.lacksTokenizer()) {
      throw new UsageException("the corpus holds token ids; name its --tokenizer.");
    }
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet() || json);
        NoticesReport report = new NoticesReport(reader, asked, folder)) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      RecordedPlan.AtHand at = sources.find(recorded, workbench);
      CopiesAgain.examine(reader, corpora, recorded, at, asked, report::add, progress);
      return report.finish();
    }
  }

  private static ExitCode code(NoticeFacts facts) {
    if (facts.notExamined().containsKey(CopiesAgain.CHANGED)) {
      return ExitCode.EVIDENCE;
    }
    boolean isWhole = facts.notExamined().keySet().stream().allMatch(CopiesAgain.NO_TEXT::equals);
    return isWhole ? ExitCode.DONE : ExitCode.UNREAD;
  }

  private void tellFacts(NoticeFacts facts) {
    if (json) {
      print(RunJson.line(facts));
      return;
    }
    tell(
        String.format(
            Locale.ROOT,
            "%s; %d without notices in the reference, %d not examined",
            Figures.count(facts.rates().copies(), "copy", "copies"),
            facts.rates().withoutNotices(),
            facts.rates().notExamined()));
    List<Long> notices = facts.rates().lines().get("NOTICES");
    if (notices != null) {
      tell(
          String.format(
              Locale.ROOT,
              "Notices: %d present, %d altered, %d absent in context, %d not covered",
              notices.get(0),
              notices.get(1),
              notices.get(2),
              notices.get(3)));
      tell("Absent in context is what is seen. That a line was removed, and why, is not.");
    }
    facts.notExamined().forEach((why, n) -> tell("Not examined: " + n + ", " + why));
    tell("Report: " + VisibleText.oneLine(output.resolve(NoticesReport.PAGE).toString()));
  }
}
