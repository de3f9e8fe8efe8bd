package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one work of a catalogue. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Show a work of a catalogue, with its editions and their digests.",
    footerHeading = "%nExample:%n",
    footer = "  bookplate catalogue show my-catalogue orrowby-the-lamp-at-skerrow")
final class CatalogueShowCommand extends BookplateCommand {
  @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Parameters(index = "1", paramLabel = "WORK", description = "Id of the work, as list names it.")
  private String id;

  @Option(names = "--json", description = "Print the work and its editions as JSON.")
  private boolean json;

  CatalogueShowCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    CatalogueFacts.Entry entry = find();
    if (json) {
      print(RunJson.line(entry));
    } else {
      FactSheet sheet = new FactSheet();
      work(entry.work(), sheet);
      entry.editions().forEach(edition -> edition(edition, sheet));
      sheet.lines().forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private CatalogueFacts.Entry find() throws IOException {
    CatalogueFolder folder = CatalogueFacts.open(catalogue);
    folder.info();
    return CatalogueFacts.entries(folder).stream()
        .filter(entry -> entry.work().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    catalogue
                        + " has no work \""
                        + id
                        + "\"; bookplate catalogue list names those that it has."));
  }

  private static void work(Work work, FactSheet sheet) {
    sheet.head(work.title());
    sheet.fact("Id", work.id());
    sheet.fact("Authors", String.join("; ", work.authors()));
    sheet.fact("Publisher", work.publisher());
    sheet.fact("Year", work.year());
    sheet.fact("ISBN", String.join(", ", work.isbns()));
    sheet.fact("ASIN", work.asin());
    sheet.fact("Holder", work.holder());
    sheet.fact("Registered", String.join(", ", orEmpty(work.registrations())));
    sheet.fact("Rights", work.rights() == null ? null : work.rights().status().label());
    sheet.fact("Permission", work.permission());
  }

  private static void edition(Edition edition, FactSheet sheet) {
    sheet.head("Edition " + edition.id());
    sheet.fact("Source", edition.source());
    sheet.fact("Size", Figures.bytes(edition.size()));
    sheet.fact("SHA-256", edition.sha256());
    sheet.fact("MD5", edition.md5());
    sheet.fact("Text", Figures.count(edition.words(), "word", "words"));
    sheet.fact("Text SHA-256", edition.textSha256());
    sheet.fact("Language", edition.language());
    sheet.fact("Extractor", edition.extractor());
  }

  private static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : list;
  }
}
