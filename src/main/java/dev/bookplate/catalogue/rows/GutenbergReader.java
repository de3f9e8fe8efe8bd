package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of Project Gutenberg's catalogue. What it calls issued is the day on which the project gave
 * the text out, not the year of the book.
 */
final class GutenbergReader implements RowReader {
  private static final Pattern PERSON =
      Pattern.compile("(.+?)(?:, ([0-9?]+[^\\[,]*|[-\u2013][0-9][^\\[,]*))?(?: \\[([^\\]]+)\\])?");

  private final TableRows rows;
  private final String source;
  private List<String> header;
  private boolean isBroken;

  GutenbergReader(TableRows rows, String source) {
    this.rows = rows;
    this.source = source;
  }

  @Override
  public RowOutcome next() throws IOException {
    if (isBroken) {
      return null;
    }
    try {
      List<String> row = rows.next();
      if (rows.header() != null) {
        header = rows.header();
      } else if (header == null && row != null) {
        header = row;
        row = rows.next();
      }
      return row == null ? null : row(row, new RowPlace(source, null, rows.number()));
    } catch (TableRows.BrokenTableException e) {
      isBroken = true;
      return new RowOutcome.Rejected(new RowPlace(source, null, rows.number() + 1), e.getMessage());
    }
  }

  private RowOutcome row(List<String> row, RowPlace place) {
    if (rows.header() == null && row.size() != header.size()) {
      return new RowOutcome.Rejected(
          place, "This row has " + row.size() + " of " + header.size() + " fields.");
    }
    RowBuilder book = new RowBuilder(place);
    String id = text(row, "Text#", "Text_ID");
    book.key("gutenberg", id);
    book.numbers.addRecord("gutenberg", id);
    List<String> authors = new ArrayList<>();
    people(text(row, "Authors"), authors, book);
    book.names(
        new BookNames(text(row, "Title"), null, authors, null, null, null, text(row, "Language")));
    String type = text(row, "Type");
    book.note("gutenberg-type", "Text".equals(type) ? null : type);
    return book.asOf(Written.day(text(row, "Issued"))).outcome();
  }

  /** Names between semicolons, each with years of life and a role. */
  private static void people(String field, List<String> authors, RowBuilder book) {
    for (String each : field == null ? new String[0] : field.split(";", -1)) {
      Matcher person = PERSON.matcher(each.strip());
      if (person.matches()) {
        String name = person.group(1).strip();
        String role = person.group(3);
        if (role == null || role.equals("Author")) {
          authors.add(name);
        } else {
          book.note("contributor", role + " " + name);
        }
        if (person.group(2) != null) {
          book.note("life", name + ": " + person.group(2).strip());
        }
      }
    }
  }

  private String text(List<String> row, String... names) {
    for (String name : names) {
      int place = header.indexOf(name);
      if (place >= 0 && place < row.size()) {
        return Written.text(row.get(place));
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
