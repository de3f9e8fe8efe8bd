package dev.bookplate.cli;

import dev.bookplate.books.BookFacts;
import dev.bookplate.books.RowSource;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the rows of a catalogue's sources, as it is told to people. */
final class RecordFacts {
  /** Rejected rows of one source that are named. */
  private static final int NAMED = 5;

  private RecordFacts() {}

  /** A line a source of rows, with what was rejected of it, and one of what was merged. */
  static List<String> lines(BookFacts facts) {
    List<String> lines = new ArrayList<>();
    for (RowSource source : facts.sources()) {
      if (source.sha256() != null) {
        lines.add(
            VisibleText.oneLine(
                "  " + source.source() + " (" + source.format() + "): " + rows(source)));
        source.columns().forEach(each -> lines.add(VisibleText.oneLine("    columns: " + each)));
        source.examples().stream()
            .limit(NAMED)
            .forEach(example -> lines.add(VisibleText.oneLine("    rejected: " + example)));
        if (source.rejected() > NAMED) {
          lines.add("    and " + Figures.count(source.rejected() - NAMED) + " more");
        }
        if (source.problem() != null) {
          lines.add(VisibleText.oneLine("    problem: " + source.problem()));
        }
      }
    }
    if (!lines.isEmpty()) {
      lines.add("  " + merged(facts));
    }
    return lines;
  }

  /** {@code 12 rows seen = 10 read + 2 rejected}. */
  static String rows(RowSource source) {
    return Figures.count(source.read() + source.rejected(), "row", "rows")
        + " seen = "
        + Figures.count(source.read())
        + " read + "
        + Figures.count(source.rejected())
        + " rejected";
  }

  /** What merging did. */
  static String merged(BookFacts facts) {
    return Figures.count(facts.records(), "record", "records")
        + " merged to "
        + Figures.count(facts.works(), "work", "works")
        + " ("
        + Figures.count(facts.merges(), "merge", "merges")
        + "); "
        + Figures.count(facts.conflicts(), "conflict", "conflicts")
        + " kept apart; "
        + Figures.count(facts.undated())
        + " without a date";
  }

  /** {@code isbn 12, asin 3}. */
  static String counted(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getKey() + " " + Figures.count(each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
