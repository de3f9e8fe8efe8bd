package dev.bookplate.cli;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.RowFormat;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowReader;
import dev.bookplate.extract.Source;
import dev.bookplate.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the rows of one source hold, counted while they go by. */
final class RowsOverview {
  private static final int NAMED = 20;

  private final String source;
  private final RowFormat format;
  private final Map<String, Long> identifiers = new TreeMap<>();
  private final Map<String, Long> digests = new TreeMap<>();
  private final List<RowOutcome.Rejected> named = new ArrayList<>();
  private long read;
  private long rejected;
  private long titles;
  private List<String> about = List.of();
  private String problem;
  private BookRow first;

  /** Of a source, as it was named to the program. */
  RowsOverview(String source, RowFormat format) {
    this.source = source;
    this.format = format;
  }

  /**
   * Reads up to so many rows; what the file itself stops is said, and is not the end.
   *
   * @param rows is told every one that was read
   */
  void read(Source unpacked, long limit, Consumer<BookRow> rows) {
    try (RowReader reader = format.open(unpacked, source)) {
      for (RowOutcome next = reader.next(); next != null; next = reader.next()) {
        switch (next) {
          case RowOutcome.Read one -> {
            add(one.row());
            rows.accept(one.row());
          }
          case RowOutcome.Rejected one -> {
            rejected++;
            if (named.size() < NAMED) {
              named.add(one);
            }
          }
        }
        about = reader.about();
        if (read + rejected >= limit) {
          return;
        }
      }
    } catch (IOException e) {
      problem =
          "behind row "
              + (read + rejected)
              + " nothing could be read: "
              + e.getMessage()
              + "; get the file anew";
    }
  }

  private void add(BookRow row) {
    read++;
    first = first == null ? row : first;
    titles += row.names().title() == null ? 0 : 1;
    for (Identifier each : row.identifiers()) {
      identifiers.merge(each.kind().label(), 1L, Long::sum);
    }
    for (FileFacts.Digest each : row.file().digests().keySet()) {
      digests.merge(each.label(), 1L, Long::sum);
    }
  }

  /** Whether it was read to its end, or to the limit, and gave a row. */
  boolean isRead() {
    return problem == null && read > 0;
  }

  /** For people. */
  void tell(FactSheet sheet) {
    sheet.head(source);
    sheet.fact("Format", format.label());
    sheet.fact(
        "Rows",
        Figures.count(read + rejected)
            + " seen = "
            + Figures.count(read)
            + " read + "
            + Figures.count(rejected)
            + " rejected");
    String columns = "Columns";
    for (String each : about) {
      sheet.fact(columns, each);
      columns = "";
    }
    sheet.fact("With title", Figures.count(titles));
    sheet.fact("Identifiers", counted(identifiers));
    sheet.fact("Digests", counted(digests));
    if (first != null) {
      sheet.fact("First", first.key());
      sheet.fact("Title", first.names().title());
      sheet.fact("Authors", String.join("; ", first.names().authors()));
      sheet.fact("File", first.file().name());
    }
    sheet.fact("Problem", problem);
    String label = "Rejected";
    for (RowOutcome.Rejected each : named) {
      sheet.fact(label, each.place() + ": " + each.reason());
      label = "";
    }
    long more = rejected - named.size();
    sheet.fact("", more > 0 ? "and " + Figures.count(more) + " more" : null);
  }

  private static String counted(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " (" + Figures.count(e.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  /** For programs, behind the rows. */
  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("source", source);
    summary.put("format", format.label());
    summary.put("read", read);
    summary.put("rejected", rejected);
    summary.put("titles", titles);
    summary.put("identifiers", identifiers);
    summary.put("digests", digests);
    summary.put("columns", about);
    summary.put("problem", problem);
    summary.put("firstRejected", named);
    return summary;
  }
}
