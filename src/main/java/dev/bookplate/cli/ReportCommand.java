package dev.bookplate.cli;

import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.ReportFolder;
import dev.bookplate.report.ReportFormat;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders a run again. */
@Command(
    name = "report",
    sortOptions = false,
    description = "Render a run again, from the run alone.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate report run --format html -o shared",
      "  bookplate report run --format html,csv,json -o shared --overwrite"
    })
final class ReportCommand extends BookplateCommand {
  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Option(
      names = {"-f", "--format"},
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      description = "What to write: html, csv or json, or several with commas.")
  private List<String> formats;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder to write to; any but the run itself.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace reports that are there.")
  private boolean overwrite;

  @Mixin private OperatorOptions operator;

  @Option(names = "--json", description = "Print the written files as JSON.")
  private boolean json;

  ReportCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    Set<ReportFormat> wanted = formats();
    RunReader reader = RunReader.open(run);
    if (Files.exists(output) && Files.isSameFile(run, output)) {
      throw new UsageException(
          output + " is the run itself, and a run is not changed; name another folder.");
    }
    ReportFolder folder = overwrite ? ReportFolder.replacing(output) : ReportFolder.keeping(output);
    List<String> written = new ArrayList<>();
    for (ReportFormat format : wanted) {
      format.render(reader, folder);
      format.names().forEach(name -> written.add(output.resolve(name).toString()));
    }
    Map<String, String> detail = new LinkedHashMap<>();
    for (ReportFormat format : wanted) {
      for (String name : format.names()) {
        detail.put(name, Digests.of(output.resolve(name)).sha256());
      }
    }
    operator.note(session(), run, CustodyEvent.REPORTED, detail);
    if (json) {
      print(RunJson.line(Map.of("files", written)));
    } else {
      written.forEach(file -> tell(VisibleText.oneLine(file)));
    }
    return ExitCode.DONE;
  }

  private Set<ReportFormat> formats() {
    Set<ReportFormat> wanted = new LinkedHashSet<>();
    for (String label : formats) {
      wanted.add(
          ReportFormat.of(label)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "\"" + label + "\" is no format; give " + ReportFormat.labels() + ".")));
    }
    return wanted;
  }
}
