package dev.bookplate.cli;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.report.FindingLookup;
import dev.bookplate.report.TerminalFinding;
import dev.bookplate.report.TerminalStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
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
      "  bookplate show run 3f9a --context 40 --corpus corpus/"
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
          "Words to show around each passage of the document, which are read again from --corpus.")
  private Integer context;

  @Option(
      names = "--corpus",
      arity = "1..*",
      paramLabel = "[NAME=]ROOT",
      description = "Where the corpora are now, for --context.")
  private List<String> corpora = List.of();

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description = "The tokenizer's file, for --context, where the corpora hold token ids.")
  private Path tokenizer;

  @Option(names = "--json", description = "Print the finding as it stands in findings.jsonl.")
  private boolean json;

  ShowCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    if (context != null && (context < 1 || corpora.isEmpty())) {
      throw new ParameterException(
          spec().commandLine(), "--context is a number of words from 1, and needs --corpus");
    }
    RunReader reader = RunReader.open(run);
    FindingLine line = find(reader);
    if (json) {
      print(RunJson.line(line));
    } else {
      StringBuilder shown = new StringBuilder();
      TerminalFinding.write(line, style(), shown);
      if (context != null) {
        SourceOptions sources = SourceOptions.ofCorpora(corpora, tokenizer);
        PassageContext.of(line, reader.manifest(), sources, context)
            .lines(line, style().width())
            .forEach(l -> shown.append(l).append('\n'));
      }
      session().out().print(shown);
    }
    return ExitCode.DONE;
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
