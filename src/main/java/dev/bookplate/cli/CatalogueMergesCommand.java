package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueWorks;
import dev.bookplate.books.BookRecord;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.books.HandJoin;
import dev.bookplate.books.RecordJoin;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists why records were merged. */
@Command(
    name = "merges",
    sortOptions = false,
    description = {
      "List every merge of a catalogue's records with its reason, in the order of deciding.",
      "",
      "Records become one work by what they share: a name in one source, a file's digest, an ISBN,"
          + " ASIN, DOI, OCLC or LCCN number, title and author; a word of yours (catalogue merge)"
          + " and the shelf's come first. Where titles or authors disagree they are not merged:"
          + " --conflicts lists that."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue merges my-catalogue",
      "  bookplate catalogue merges my-catalogue --conflicts --json",
      "  bookplate catalogue merges my-catalogue --by-hand"
    })
final class CatalogueMergesCommand extends BookplateCommand {
  @Parameters(paramLabel = "CATALOGUE", description = "Folder of the catalogue.")
  private Path catalogue;

  @Option(
      names = "--conflicts",
      description = "List instead what was not merged because records disagree.")
  private boolean conflicts;

  @Option(
      names = "--by-hand",
      description = "List instead what was decided with catalogue merge and split, with reasons.")
  private boolean byHand;

  @Option(names = "--work", paramLabel = "WORK", description = "List those of one work alone.")
  private String work;

  @Option(names = "--json", description = "Print a JSON object a line.")
  private boolean json;

  CatalogueMergesCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    if (byHand && (conflicts || work != null)) {
      throw new UsageException("--by-hand goes with neither --conflicts nor --work.");
    }
    try (CatalogueWorks works = CatalogueFacts.works(catalogue)) {
      BookStore records =
          works
              .records()
              .orElseThrow(() -> new UsageException(catalogue + " has no records to be merged."));
      if (byHand) {
        decisions(records);
      } else {
        merges(records, work == null ? null : CatalogueFacts.work(works, catalogue, work));
      }
    }
    return ExitCode.DONE;
  }

  private void merges(BookStore records, CataloguedWork one) throws IOException {
    StreamedTable table =
        new StreamedTable(
            this::print, "DECIDED", "BY", "SHARED", "RECORD", "OTHER RECORD", "WORK", "OTHER WORK");
    records.forEachJoin(
        one,
        join -> {
          if (join.outcome().isMerge() == conflicts) {
            return;
          }
          if (json) {
            print(RunJson.line(join));
          } else {
            row(join, table);
          }
        });
    if (!json) {
      table.end();
    }
  }

  private static void row(RecordJoin join, StreamedTable table) {
    BookRecord other = join.other();
    table.row(
        join.outcome().label(),
        join.by().label(),
        join.shared(),
        name(join.one()),
        other == null ? "and " + (join.records() - 1) + " more" : name(other),
        join.one().workId(),
        other == null || other.workId().equals(join.one().workId()) ? "" : other.workId());
  }

  private static String name(BookRecord record) {
    return record.number() + " " + record.row().key() + " (" + record.row().place() + ")";
  }

  private void decisions(BookStore records) {
    StreamedTable table =
        new StreamedTable(this::print, "DECIDED", "RECORD", "OTHER RECORD", "ON", "BY", "REASON");
    for (HandJoin each : records.facts().joins()) {
      if (json) {
        print(RunJson.line(each));
      } else {
        table.row(
            each.isJoin() ? "one work" : "apart",
            each.one(),
            each.other(),
            each.date(),
            each.by(),
            each.reason());
      }
    }
    if (!json) {
      table.end();
    }
  }
}
