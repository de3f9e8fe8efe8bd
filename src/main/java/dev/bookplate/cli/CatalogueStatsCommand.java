package dev.bookplate.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.audit.SampleInfo;
import dev.bookplate.audit.SampledFolder;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how much a catalogue holds. */
@Command(
    name = "stats",
    sortOptions = false,
    description =
        "Tell how much a catalogue holds, as of when, and what of its sources gave no book.",
    footerHeading = "%nExample:%n",
    footer = "  bookplate catalogue stats my-catalogue --json")
final class CatalogueStatsCommand extends BookplateCommand {
  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(names = "--json", description = "Print the same as JSON.")
  private boolean json;

  CatalogueStatsCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    CatalogueInfo info = CatalogueFacts.open(catalogue).info();
    SampleInfo sample =
        SampledFolder.isSampled(catalogue) ? new SampledFolder(catalogue).info() : null;
    if (json) {
      print(RunJson.line(sample == null ? info : new Sampled(info, sample)));
    } else {
      sheet(info, sample).lines().forEach(this::print);
    }
    return ExitCode.DONE;
  }

  /** A catalogue without text, in JSON: the same facts, and those of its sample. */
  private record Sampled(@JsonUnwrapped CatalogueInfo info, SampleInfo sample) {}

  private static FactSheet sheet(CatalogueInfo info, SampleInfo sample) {
    FactSheet sheet = new FactSheet();
    sheet.head(info.name());
    sheet.fact("As of", info.asOf() == null ? "not said" : info.asOf());
    sheet.fact("Works", Figures.count(info.works()));
    sheet.fact("Editions", Figures.count(info.editions()));
    sheet.fact("Words", Figures.count(info.words()));
    sheet.fact("Fingerprints", info.spec());
    sheet.fact("Digest", info.digest());
    if (sample != null) {
      sheet.fact(
          "Text", "not held; " + Figures.count(sample.header().fingerprints()) + " fingerprints");
      sheet.fact("Signature", sample.signed());
    }
    String label = "Remarks";
    for (Manifest.RejectedSource each : info.rejected()) {
      sheet.fact(label, each.source() + ": " + each.reason());
      label = "";
    }
    return sheet;
  }
}
