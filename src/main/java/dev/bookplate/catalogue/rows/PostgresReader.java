package dev.bookplate.catalogue.rows;

import java.io.IOException;

/**
 * Rows of the Open Library's table {@code data}; of each other table it is said that it is none.
 */
final class PostgresReader implements RowReader {
  private static final String DATA = "data";

  private final PostgresRows rows;
  private final String source;
  private final OpenLibraryAuthors authors;
  private String told;
  private long seen;
  private boolean isEnd;

  PostgresReader(PostgresRows rows, String source, OpenLibraryAuthors authors) {
    this.rows = rows;
    this.source = source;
    this.authors = authors;
  }

  /** The record of a row, or null if it is of another table. */
  static String json(PostgresRows rows) {
    return DATA.equals(rows.table()) ? rows.value(DATA) : null;
  }

  @Override
  public RowOutcome next() throws IOException {
    while (!isEnd && rows.next()) {
      seen++;
      RowPlace place = new RowPlace(source, "table " + rows.table(), rows.number());
      String json = json(rows);
      if (json != null) {
        return OpenLibraryRecord.row(json, place, authors);
      }
      if (!rows.table().equals(told)) {
        told = rows.table();
        return new RowOutcome.Rejected(
            place, "The rows of the table " + told + " are not records of the Open Library.");
      }
    }
    if (isEnd) {
      return null;
    }
    isEnd = true;
    if (rows.isCutOff()) {
      return new RowOutcome.Rejected(
          new RowPlace(source, "table " + rows.table(), rows.number() + 1),
          "This dump is cut off within the table " + rows.table() + ".");
    }
    return seen > 0
        ? null
        : new RowOutcome.Rejected(
            new RowPlace(source, null, 0), "This dump of PostgreSQL holds no row in plain text.");
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
