package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.List;
import java.util.Locale;

/**
 * Tables of Library Genesis. All rows of a file have the key {@code libgen:md5:…}, by which those
 * of {@code hashes} and {@code description} join the one that has the title.
 */
final class LibgenTables {
  static final List<SqlTable> ALL =
      List.of(
          new SqlTable(
              "updated",
              """
              ID Title VolumeInfo Series Periodical Author Year Edition Publisher City Pages
              PagesInFile Language Topic Library Issue Identifier ISSN ASIN UDC LBC DDC LCC Doi
              Googlebookid OpenLibraryID Commentary DPI Color Cleaned Orientation Paginated Scanned
              Bookmarked Searchable Filesize Extension MD5 Generic Visible Locator Local TimeAdded
              TimeLastModified Coverurl Tags IdentifierWODash\
              """,
              LibgenTables::nonFiction),
          new SqlTable(
              "fiction",
              """
              ID MD5 Title Author Series Edition Language Year Publisher Pages Identifier
              GooglebookID ASIN Coverurl Extension Filesize Library Issue Locator Commentary Generic
              Visible TimeAdded TimeLastModified\
              """,
              LibgenTables::fiction),
          new SqlTable(
              "hashes",
              "md5 crc32 edonkey aich sha1 tth torrent btih sha256 ipfs_cid",
              LibgenTables::hashes),
          new SqlTable(
              "fiction_hashes",
              "md5 crc32 edonkey aich sha1 tth btih sha256 ipfs_cid",
              LibgenTables::hashes),
          new SqlTable("description", "id md5 descr toc TimeLastModified", LibgenTables::text),
          new SqlTable("fiction_description", "MD5 Descr TimeLastModified", LibgenTables::text));

  private LibgenTables() {}

  private static RowOutcome nonFiction(SqlRow row) {
    return book(row, "nonfiction");
  }

  private static RowOutcome fiction(SqlRow row) {
    return book(row, "fiction");
  }

  private static RowOutcome book(SqlRow row, String part) {
    RowBuilder book = new RowBuilder(row.place()).names(names(row));
    book.file
        .name(row.text("locator"))
        .extension(row.text("extension"))
        .size(row.number("filesize"))
        .digest(Digest.MD5, row.digest(Digest.MD5, "md5"));
    key(book, part + ":" + row.text("id"));
    book.numbers
        .addIsbns(row.text("identifier"))
        .addIsbns(row.text("identifierwodash"))
        .addIsbns(row.text("asin"))
        .addDoi(row.text("doi"))
        .addHidden(row.text("locator"))
        .addRecord("libgen:" + part, row.text("id"))
        .addRecord("googlebooks", row.text("googlebookid"))
        .addRecord("openlibrary", row.text("openlibraryid"));
    return standing(book, row, "timeadded", "timelastmodified").outcome();
  }

  private static BookNames names(SqlRow row) {
    String volume = row.text("volumeinfo");
    return new BookNames(
        row.text("title"),
        volume,
        Written.authors(row.text("author")),
        row.text("series"),
        row.text("publisher"),
        Written.year(row.text("year")),
        row.text("language"));
  }

  /** By its digest, so that rows of other tables meet it; by its id if it has none. */
  private static void key(RowBuilder book, String id) {
    String md5 = book.file.digest(Digest.MD5);
    book.key("libgen", md5 == null ? id : "md5:" + md5);
  }

  /** What the library itself says of the file: hidden after a complaint, replaced, broken. */
  static RowBuilder standing(RowBuilder book, SqlRow row, String added, String modified) {
    String broken = row.text("broken");
    String better = row.text("generic");
    String day = Written.day(row.text(added));
    return book.note("visible", row.text("visible"))
        .note("generic", better == null ? null : better.toLowerCase(Locale.ROOT))
        .note("broken", "N".equals(broken) ? null : broken)
        .asOf(day == null ? Written.day(row.text(modified)) : day);
  }

  private static RowOutcome hashes(SqlRow row) {
    RowBuilder book = new RowBuilder(row.place());
    book.file
        .digest(Digest.MD5, row.digest(Digest.MD5, "md5"))
        .digest(Digest.CRC32, row.text("crc32"))
        .digest(Digest.ED2K, row.text("edonkey"))
        .sha1(row.text("sha1"))
        .digest(Digest.SHA256, row.text("sha256"));
    if (book.file.digest(Digest.MD5) == null) {
      return new RowOutcome.Rejected(
          row.place(), "This row of hashes has no MD5 by which it would join a book.");
    }
    key(book, null);
    return book.note("ipfs", row.text("ipfs_cid")).note("btih", row.text("btih")).outcome();
  }

  /** A description may name other books too: its ISBN is taken if it is the only one. */
  private static RowOutcome text(SqlRow row) {
    RowBuilder book = new RowBuilder(row.place());
    book.file.digest(Digest.MD5, row.digest(Digest.MD5, "md5"));
    if (book.file.digest(Digest.MD5) == null) {
      return new RowOutcome.Rejected(
          row.place(), "This description has no MD5 by which it would join a book.");
    }
    key(book, null);
    book.numbers.addOnlyHidden(row.text("descr")).addOnlyHidden(row.text("toc"));
    return book.asOf(Written.day(row.text("timelastmodified"))).outcome();
  }
}
