package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueDiff;
import dev.bookplate.audit.CatalogueWorks;
import dev.bookplate.books.WorkChange;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changed between two states of a catalogue. */
@Command(
    name = "diff",
    sortOptions = false,
    description = {
      "Tell what changed between two states of a catalogue: works, editions, hashes and identifiers"
          + " that were added or removed, and works of which something else is said.",
      "",
      "Works are held against each other by id; one that has another id now is known by the names"
          + " of its records, else by its files, numbers, or title and author. A thing that went"
          + " from one work to another is added there and removed here. The day of which rights are"
          + " told is no change."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue diff libgen-2021-06 libgen-2022-07",
      "  bookplate catalogue diff old new --summary --json"
    })
final class CatalogueDiffCommand extends BookplateCommand {
  @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the earlier catalogue.")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the later one.")
  private Path young;

  @Option(names = "--summary", description = "Print the counts alone.")
  private boolean summary;

  @Option(names = "--json", description = "Print a JSON object a work, and one with the counts.")
  private boolean json;

  CatalogueDiffCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    try (CatalogueWorks before = CatalogueFacts.works(old);
        CatalogueWorks after = CatalogueFacts.works(young)) {
      CatalogueDiff.Told told = new CatalogueDiff(before, after).compare(change -> show(change));
      if (json) {
        print(RunJson.line(told));
      } else {
        counts(told).forEach(this::print);
      }
    }
    return ExitCode.DONE;
  }

  private void show(WorkChange change) {
    if (summary) {
      return;
    }
    if (json) {
      print(RunJson.line(change));
    } else {
      lines(change).stream().map(VisibleText::oneLine).forEach(this::print);
    }
  }

  private static List<String> lines(WorkChange change) {
    List<String> lines = new ArrayList<>();
    String what = change.change().name().toLowerCase(Locale.ROOT);
    lines.add(what + "  " + change.id() + "  " + change.title() + other(change));
    for (WorkChange.FieldChange field : change.fields()) {
      lines.add("  " + field.field() + ": " + said(field.before()) + " -> " + said(field.after()));
    }
    things("edition", change.editions(), lines);
    things("hash", change.hashes(), lines);
    things("identifier", change.identifiers(), lines);
    return lines;
  }

  private static String other(WorkChange change) {
    if (change.otherId() == null) {
      return "";
    }
    return switch (change.change()) {
      case ADDED -> "  (before, its records were of " + change.otherId() + ")";
      case REMOVED -> "  (now its records are of " + change.otherId() + ")";
      case CHANGED -> "  (before: " + change.otherId() + ")";
    };
  }

  private static String said(String value) {
    return value == null ? "nothing" : "\"" + value + "\"";
  }

  private static void things(String what, WorkChange.Difference of, List<String> lines) {
    of.added().forEach(each -> lines.add("  + " + what + " " + each));
    of.removed().forEach(each -> lines.add("  - " + what + " " + each));
  }

  private static List<String> counts(CatalogueDiff.Told told) {
    CatalogueDiff.Works works = told.works();
    return List.of(
        "Works:       "
            + Figures.count(works.added())
            + " added, "
            + Figures.count(works.removed())
            + " removed, "
            + Figures.count(works.changed())
            + " changed, "
            + Figures.count(works.same())
            + " the same",
        "Editions:    " + of(told.editions()),
        "Hashes:      " + of(told.hashes()),
        "Identifiers: " + of(told.identifiers()));
  }

  private static String of(CatalogueDiff.Things things) {
    return Figures.count(things.added())
        + " added, "
        + Figures.count(things.removed())
        + " removed";
  }
}
