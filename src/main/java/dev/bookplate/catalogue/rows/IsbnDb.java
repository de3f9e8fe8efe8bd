package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** Rows of a table of ISBNdb's records, each a JSON text beside its ISBNs. */
final class IsbnDb {
  private IsbnDb() {}

  static RowOutcome read(SqlRow row) {
    RowBuilder book = new RowBuilder(row.place()).key("isbndb", row.text("isbn13"));
    book.numbers.addIsbns(row.text("isbn13")).addIsbns(row.text("isbn10"));
    String json = row.text("json");
    try {
      book.names(json == null ? BookNames.NONE : names(JsonFields.parse(json)));
    } catch (JsonProcessingException e) {
      return new RowOutcome.Rejected(row.place(), "The column json of this row is no JSON.");
    }
    return book.outcome();
  }

  private static BookNames names(JsonFields record) {
    List<String> authors = record.texts("authors");
    return new BookNames(
        record.text("title", "title_long"),
        null,
        authors,
        null,
        record.text("publisher"),
        Written.year(record.text("date_published")),
        record.text("language"));
  }
}
