package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.List;

/**
 * Tables of the later LibGen ({@code .li}), where a file belongs to editions: {@code
 * libgenli:file:N} and {@code libgenli:edition:N}. A row that links two is of the edition and names
 * the file's record; what is added to an edition has the edition's key.
 */
final class LibgenLiTables {
  static final List<SqlTable> ALL =
      List.of(
          new SqlTable(
              "files",
              """
              f_id md5 pages dpi visible time_added time_last_modified cover_url cover_exists
              commentary color cleaned orientation paginated scanned vector bookmarked ocr filesize
              extension locator broken editable generic cover_info file_create_date
              archive_files_count archive_dop_files_flag archive_files_pic_count scan_type
              scan_content c2c scan_quality releaser libgen_id fiction_id fiction_rus_id comics_id
              scimag_id standarts_id magz_id libgen_topic scan_size scimag_archive_path
              scimag_archive_path_is_doi uid\
              """,
              LibgenLiTables::file),
          new SqlTable(
              "editions",
              """
              e_id libgen_topic type series_name title title_add author publisher city edition year
              month day pages editions_add_info cover_url cover_exists issue_s_id
              issue_number_in_year issue_year_number issue_number issue_volume issue_split
              issue_total_number issue_first_page issue_last_page issue_year_end issue_month_end
              issue_day_end issue_closed doi full_text time_added time_last_modified visible
              editable uid commentary\
              """,
              LibgenLiTables::edition),
          new SqlTable(
              "editions_to_files",
              "etf_id f_id e_id time_added time_last_modified uid",
              LibgenLiTables::link),
          new SqlTable(
              "editions_add_descr",
              """
              e_add_id e_id key value value_add1 value_add2 value_add3 value_hash date_start
              date_end issue_start issue_end time_added time_last_modified commentary uid value_id\
              """,
              LibgenLiTables::addition),
          new SqlTable("elem_descr", "", LibgenLiTables::element));

  private LibgenLiTables() {}

  private static RowOutcome file(SqlRow row) {
    RowBuilder book = new RowBuilder(row.place()).key("libgenli:file", row.text("f_id"));
    String name = row.text("locator");
    book.file
        .name(name)
        .extension(row.text("extension"))
        .size(row.number("filesize"))
        .digest(Digest.MD5, row.digest(Digest.MD5, "md5"));
    book.numbers
        .addHidden(name)
        .addRecord("libgenli:file", row.text("f_id"))
        .addRecord("libgen:nonfiction", row.text("libgen_id"))
        .addRecord("libgen:fiction", row.text("fiction_id"));
    return LibgenTables.standing(book, row, "time_added", "time_last_modified").outcome();
  }

  private static RowOutcome edition(SqlRow row) {
    RowBuilder book = new RowBuilder(row.place()).key("libgenli:edition", row.text("e_id"));
    book.names(
        new BookNames(
            row.text("title"),
            row.text("title_add"),
            Written.authors(row.text("author")),
            row.text("series_name"),
            row.text("publisher"),
            Written.year(row.text("year")),
            null));
    book.numbers.addDoi(row.text("doi"));
    return LibgenTables.standing(book, row, "time_added", "time_last_modified").outcome();
  }

  private static RowOutcome link(SqlRow row) {
    String file = row.text("f_id");
    String edition = row.text("e_id");
    if (file == null || edition == null) {
      return new RowOutcome.Rejected(row.place(), "This link has no edition or no file.");
    }
    RowBuilder book = new RowBuilder(row.place()).key("libgenli:edition", edition);
    book.numbers.addRecord("libgenli:file", file);
    return book.asOf(Written.day(row.text("time_added"))).row();
  }

  /** One fact of an edition, of the kind that {@code elem_descr} numbers. */
  private static RowOutcome addition(SqlRow row) {
    String value = row.text("value");
    String kind = row.text("key");
    RowBuilder book = new RowBuilder(row.place()).key("libgenli:edition", row.text("e_id"));
    if (value != null && kind != null) {
      addFact(book, kind, value);
    }
    RowOutcome outcome = book.asOf(Written.day(row.text("time_added"))).outcome();
    return outcome instanceof RowOutcome.Rejected
        ? new RowOutcome.Rejected(
            row.place(), "Descriptions of kind " + kind + " are not used, or this one is wrong.")
        : outcome;
  }

  private static void addFact(RowBuilder book, String kind, String value) {
    switch (kind) {
      case "10", "11", "12", "13" ->
          book.names(new BookNames(value, null, List.of(), null, null, null, null));
      case "505" -> book.numbers.addIsbns(value);
      case "901" -> book.numbers.addDoi(value);
      case "908", "924" -> book.numbers.add(Numbers.asin(value));
      case "917" -> book.numbers.add(Numbers.lccn(value));
      case "919" -> book.numbers.add(Numbers.oclc(value));
      default -> {}
    }
  }

  private static RowOutcome element(SqlRow row) {
    return new RowOutcome.Rejected(
        row.place(), "This row explains a kind of description, and is of no book.");
  }
}
