package dev.bookplate.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bookplate.audit.CatalogueWorks;
import dev.bookplate.books.BookQuery;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.FoundWork;
import dev.bookplate.books.WorkSheet;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for works in a catalogue. */
@Command(
    name = "search",
    sortOptions = false,
    description = {
      "Look for works in a catalogue, by anything that is known of them; the best come first.",
      "",
      "Words may be mistyped: one letter may differ in words from three letters on, two from eight"
          + " on; two thirds of the words must be there. Numbers, ids and digests must be right,"
          + " and come first. Exit code 0 also where nothing is found."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue search my-catalogue lamp at skerow",
      "  bookplate catalogue search my-catalogue --author callowhay --title wethercock",
      "  bookplate catalogue search my-catalogue --isbn 978-0-306-40615-7 --json"
    })
final class CatalogueSearchCommand extends BookplateCommand {
  @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = "Words of any field, or a number, an id or a digest.")
  private List<String> query = List.of();

  @Option(names = "--title", paramLabel = "WORDS", description = "Words of title or series.")
  private String title;

  @Option(names = "--author", paramLabel = "WORDS", description = "Words of authors' names.")
  private String author;

  @Option(names = "--publisher", paramLabel = "WORDS", description = "Words of the publisher.")
  private String publisher;

  @Option(
      names = "--isbn",
      paramLabel = "ISBN",
      description = "ISBN-10 or ISBN-13; may be given again.")
  private List<String> isbns = List.of();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "Id of a work, or what a source calls it, ASIN, DOI, OCLC, LCCN, registration or renewal"
              + " number; may be given again.")
  private List<String> ids = List.of();

  @Option(
      names = "--hash",
      paramLabel = "HEX",
      description = "MD5, SHA-1, SHA-256, CRC32 or eD2k of a file; may be given again.")
  private List<String> hashes = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Works that are shown at most. Default: 20.")
  private int limit = 20;

  @Option(names = "--json", description = "Print a JSON object a line: a work with its records.")
  private boolean json;

  CatalogueSearchCommand(Session session) {
    super(session);
  }

  /** A work in JSON. */
  private record Found(@JsonUnwrapped WorkSheet sheet, String by, float score) {}

  @Override
  ExitCode execute() throws IOException {
    if (limit < 1 || limit > 10_000) {
      throw new UsageException("--limit must be from 1 to 10000.");
    }
    BookQuery asked = asked();
    try (CatalogueWorks works = CatalogueFacts.works(catalogue)) {
      BookStore records = works.records().orElseThrow(this::noRecords);
      List<FoundWork> found = records.search(asked, limit);
      if (json) {
        found.forEach(
            each ->
                print(RunJson.line(new Found(WorkSheet.of(each.work()), each.by(), each.score()))));
      } else if (found.isEmpty()) {
        tell("nothing found");
      } else {
        table(found).lines().forEach(this::print);
      }
    }
    return ExitCode.DONE;
  }

  private BookQuery asked() {
    List<String> exact = new ArrayList<>(isbns);
    exact.addAll(ids);
    exact.addAll(hashes);
    String any = query.isEmpty() ? null : String.join(" ", query);
    if (any == null && title == null && author == null && publisher == null && exact.isEmpty()) {
      throw new UsageException("nothing was asked for; give words, or --isbn and the like.");
    }
    return new BookQuery(any, title, author, publisher, exact);
  }

  private UsageException noRecords() {
    return new UsageException(
        catalogue + " cannot be searched by words; bookplate catalogue list names its works.");
  }

  private static TextTable table(List<FoundWork> found) {
    TextTable table = new TextTable("ID", "BY", "TEXT", "RECORDS", "YEAR", "AUTHORS", "TITLE");
    for (FoundWork each : found) {
      Work work = each.work().work();
      table.row(
          work.id(),
          each.by() == null ? "words" : each.by(),
          each.work().hasText() ? "yes" : "no",
          each.work().members().size(),
          work.year(),
          String.join("; ", work.authors()),
          work.title());
    }
    return table;
  }
}
