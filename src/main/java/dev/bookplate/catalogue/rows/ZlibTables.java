package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.List;

/** Tables of the Pirate Library Mirror's index of Z-Library, by {@code zlib:N}; and ISBNdb's. */
final class ZlibTables {
  static final List<SqlTable> ALL =
      List.of(
          new SqlTable(
              "zlib_book",
              """
              zlibrary_id date_added date_modified extension filesize filesize_reported md5
              md5_reported title author publisher language series volume edition year pages
              description cover_url in_libgen pilimi_torrent unavailable\
              """,
              ZlibTables::book),
          new SqlTable("zlib_isbn", "zlibrary_id isbn", ZlibTables::isbn),
          new SqlTable("isbndb_isbns", "isbn13 isbn10 json", IsbnDb::read));

  private ZlibTables() {}

  /** The digest that was measured; what the library reports is a note. */
  private static RowOutcome book(SqlRow row) {
    RowBuilder book = new RowBuilder(row.place()).key("zlib", row.text("zlibrary_id"));
    book.names(
        new BookNames(
            row.text("title"),
            null,
            Written.authors(row.text("author")),
            Written.series(row.text("series"), row.text("volume")),
            row.text("publisher"),
            Written.year(row.text("year")),
            row.text("language")));
    long size = row.number("filesize");
    book.file
        .extension(row.text("extension"))
        .size(size > 0 ? size : row.number("filesize_reported"))
        .digest(Digest.MD5, row.digest(Digest.MD5, "md5"));
    ReportedDigest.add(book, row.digest(Digest.MD5, "md5_reported"));
    String unavailable = row.text("unavailable");
    return book.note("torrent", row.text("pilimi_torrent"))
        .note("unavailable", "0".equals(unavailable) ? null : unavailable)
        .asOf(Written.day(row.text("date_added")))
        .outcome();
  }

  private static RowOutcome isbn(SqlRow row) {
    RowBuilder book = new RowBuilder(row.place()).key("zlib", row.text("zlibrary_id"));
    book.numbers.addIsbns(row.text("isbn"));
    return book.outcome();
  }
}
