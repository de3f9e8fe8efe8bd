package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.Locale;

/** A table that no known library has, read by what its columns are called. */
final class AnyTable {
  private AnyTable() {}

  /** By any of the usual names of columns; rejected if none of them says anything of a book. */
  static RowOutcome read(SqlRow row, String table) {
    RowBuilder book = new RowBuilder(row.place()).names(names(row));
    book.file
        .name(first(row, "filename", "filepath", "path", "locator"))
        .extension(first(row, "extension"))
        .size(row.number("filesize"))
        .digest(Digest.MD5, row.digest(Digest.MD5, "md5"))
        .digest(Digest.SHA256, row.digest(Digest.SHA256, "sha256"))
        .sha1(row.digest(Digest.SHA1, "sha1"));
    book.numbers
        .addIsbns(first(row, "isbn", "isbns"))
        .addIsbns(row.text("isbn13"))
        .addIsbns(row.text("isbn10"))
        .addIsbns(row.text("asin"))
        .addDoi(row.text("doi"));
    book.key(table.toLowerCase(Locale.ROOT), id(row));
    RowOutcome outcome = book.outcome();
    return outcome instanceof RowOutcome.Read ? outcome : unknown(row.place(), table);
  }

  static RowOutcome unknown(RowPlace place, String table) {
    return new RowOutcome.Rejected(
        place,
        "The table "
            + table
            + " is not known, and this row has nothing that looks like a title, an ISBN or a"
            + " digest.");
  }

  private static String id(SqlRow row) {
    String id = first(row, "id", "md5", "isbn13", "isbn");
    return id == null ? "row:" + row.place().row() : id;
  }

  private static BookNames names(SqlRow row) {
    return new BookNames(
        first(row, "title", "book_title"),
        row.text("subtitle"),
        Written.authors(first(row, "author", "authors", "creator")),
        row.text("series"),
        row.text("publisher"),
        Written.year(first(row, "year", "pubdate", "date_published")),
        first(row, "language", "lang"));
  }

  private static String first(SqlRow row, String... columns) {
    for (String column : columns) {
      String text = row.text(column);
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
