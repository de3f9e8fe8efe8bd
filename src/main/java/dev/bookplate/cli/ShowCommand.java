package dev.bookplate.cli;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.report.FindingLookup;
import dev.bookplate.report.TerminalContext;
import dev.bookplate.report.TerminalFinding;
import dev.bookplate.report.TerminalStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows one finding. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Show one finding, both sides of every passage, with the differences marked.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate show run 3f9a",
      "  bookplate show run 3f9a --width 160 | less",
      "  bookplate show run 3f9a --context 40 --corpus corpus/ --catalogue shelf/"
    })
final class ShowCommand extends BookplateCommand {
  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Parameters(
      index = "1",
      paramLabel = "FINDING",
      description = "Id of the finding, or as much of its start as no other has.")
  private String finding;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Columns to use; from 100 on both sides stand beside each other.")
  private Integer width;

  @Option(
      names = "--context",
      paramLabel = "N",
      description =
          "Words to show around each passage, up to 1,000: of the document, read again from"
              + " --corpus, and of the edition, from --catalogue.")
  private Integer context;

  @Mixin private SourceOptions sources;

  @Option(names = "--json", description = "Print the finding as it stands in findings.jsonl.")
  private boolean json;

  ShowCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    boolean isNamed = sources.hasCorpora() || sources.hasCatalogues();
    if (context != null && (context < 1 || context > TerminalContext.MOST || !isNamed)) {
      throw new ParameterException(
          spec().commandLine(),
          "--context is a number of words from 1 to "
              + TerminalContext.MOST
              + ", and needs --corpus, --catalogue or both");
    }
    RunReader reader = RunReader.open(run);
    FindingLine line = find(reader);
    if (json) {
      print(RunJson.line(line));
    } else {
      StringBuilder shown = new StringBuilder();
      TerminalFinding.write(line, style(), shown);
      if (context != null) {
        context(line, reader).forEach(l -> shown.append(l).append('\n'));
      }
      session().out().print(shown);
    }
    return ExitCode.DONE;
  }

  private List<String> context(FindingLine line, RunReader reader) throws IOException {
    sources.check();
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet())) {
      SearchOptions.Workbench workbench =
          new SearchOptions.Workbench(session().environment(), progress);
      return PassageContext.of(line, reader.manifest(), sources, workbench)
          .lines(line, context, style());
    }
  }

  private FindingLine find(RunReader reader) throws IOException {
    return switch (FindingLookup.find(reader, finding)) {
      case FindingLookup.Found found -> found.finding();
      case FindingLookup.None none -> throw new UsageException(none.message());
      case FindingLookup.Ambiguous several -> throw new UsageException(several.message());
    };
  }

  private TerminalStyle style() {
    TerminalStyle usual = session().style();
    return width == null ? usual : new TerminalStyle(width, usual.colour());
  }
}
