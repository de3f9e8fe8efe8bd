package dev.bookplate.cli;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.report.FindingLookup;
import dev.bookplate.report.TerminalFinding;
import dev.bookplate.report.TerminalStyle;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one finding. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Show one finding, both sides of every passage, with the differences marked.",
    footerHeading = "%nExamples:%n",
    footer = {"  bookplate show run 3f9a", "  bookplate show run 3f9a --width 160 | less"})
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

  @Option(names = "--json", description = "Print the finding as it stands in findings.jsonl.")
  private boolean json;

  ShowCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    FindingLine line = find();
    if (json) {
      print(RunJson.line(line));
    } else {
      StringBuilder shown = new StringBuilder();
      TerminalFinding.write(line, style(), shown);
      session().out().print(shown);
    }
    return ExitCode.DONE;
  }

  private FindingLine find() throws IOException {
    return switch (FindingLookup.find(RunReader.open(run), finding)) {
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
