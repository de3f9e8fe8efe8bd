package dev.bookplate.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.audit.SampleInfo;
import dev.bookplate.audit.SampledFolder;
import dev.bookplate.books.BookFacts;
import dev.bookplate.books.RowSource;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how much a catalogue holds. */
@Command(
    name = "stats",
    sortOptions = false,
    description = {
      "Tell how much a catalogue holds, as of when: works, editions, identifiers and hashes by"
          + " kind, rows read and rejected of each source, and what of its sources gave no book.",
      "",
      "Identifiers and hashes are counted a record: two records with one ISBN are two."
    },
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
    CatalogueFolder folder = CatalogueFacts.open(catalogue);
    CatalogueInfo info = folder.info();
    BookFacts records = info.records() == null ? null : folder.recordFacts();
    SampleInfo sample =
        SampledFolder.isSampled(catalogue) ? new SampledFolder(catalogue).info() : null;
    if (json) {
      print(RunJson.line(sample == null ? new Stats(info, records) : new Sampled(info, sample)));
    } else {
      sheet(info, sample, records).lines().forEach(this::print);
    }
    return ExitCode.DONE;
  }

  /** A catalogue without text, in JSON: the same facts, and those of its sample. */
  private record Sampled(@JsonUnwrapped CatalogueInfo info, SampleInfo sample) {}

  /** A catalogue in JSON: the facts, and those of its records; null where it has none. */
  private record Stats(@JsonUnwrapped CatalogueInfo info, BookFacts recordFacts) {}

  private static FactSheet sheet(CatalogueInfo info, SampleInfo sample, BookFacts records) {
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
    if (records != null) {
      records(sheet, records);
    }
    return sheet;
  }

  private static void records(FactSheet sheet, BookFacts facts) {
    sheet.head("Records");
    sheet.fact("Merged", RecordFacts.merged(facts));
    sheet.fact("By hand", facts.joins().isEmpty() ? null : Figures.count(facts.joins().size()));
    sheet.fact("Identifiers", RecordFacts.counted(facts.identifiers()));
    sheet.fact("Hashes", RecordFacts.counted(facts.digests()));
    for (RowSource source : facts.sources()) {
      sheet.head(source.source() + " (" + source.format() + ")");
      sheet.fact("Rows", RecordFacts.rows(source));
      sheet.fact("As of", source.asOf());
      sheet.fact("SHA-256", source.sha256());
      String columns = "Columns";
      for (String each : source.columns()) {
        sheet.fact(columns, each);
        columns = "";
      }
      String rejected = "Rejected";
      for (Map.Entry<String, Long> reason : source.reasons().entrySet()) {
        sheet.fact(rejected, Figures.count(reason.getValue()) + ": " + reason.getKey());
        rejected = "";
      }
      sheet.fact("Problem", source.problem());
    }
  }
}
