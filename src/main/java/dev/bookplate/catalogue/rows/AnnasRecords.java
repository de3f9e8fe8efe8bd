package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What the records of each collection say. */
final class AnnasRecords {
  /** Titles that a program put in, not an author. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)microsoft word -.*|untitled.*|unknown|.*\\.(?:docx?|pdf|indd|qxd|tex|dvi)");

  private AnnasRecords() {}

  /** The rows of a record; several where it has several files. */
  static List<RowOutcome> read(RowPlace place, Aacid id, JsonFields metadata) {
    RowBuilder book = new RowBuilder(place).asOf(id.day());
    return switch (id.collection()) {
      case "zlib3_records" -> List.of(zlibRecord(book, metadata));
      case "zlib3_files" -> List.of(zlibFile(book, metadata));
      case "ia2_records" -> List.of(archive(book, id, metadata));
      case "nexusstc_records" -> nexus(place, id, metadata.at("record"), metadata.text("nexus_id"));
      default ->
          List.of(
              id.collection().startsWith("upload_records")
                  ? upload(book, id, metadata)
                  : unknown(book, id, metadata));
    };
  }

  private static RowOutcome zlibRecord(RowBuilder book, JsonFields record) {
    JsonFields said =
        record.text("title") == null && record.has("annabookinfo")
            ? record.at("annabookinfo").at("response")
            : record;
    book.key("zlib", record.text("zlibrary_id")).names(names(said));
    record.texts("isbns").forEach(book.numbers::addIsbns);
    book.numbers.addIsbns(said.text("identifier"));
    book.file.extension(said.text("extension")).size(said.number("filesize_reported", "filesize"));
    ReportedDigest.add(book, said.text("md5_reported", "md5"));
    book.note("removed", record.text("removed"))
        .note("removal-reason", record.text("removalReason"));
    return record.has("missing") && said.text("title") == null
        ? new RowOutcome.Rejected(
            book.place(),
            "The library says that record " + record.text("zlibrary_id") + " is missing.")
        : book.outcome();
  }

  private static BookNames names(JsonFields record) {
    return new BookNames(
        record.text("title"),
        record.text("subtitle"),
        record.authors("author", "authors", "creator"),
        Written.series(record.text("series"), record.text("volume")),
        record.text("publisher"),
        Written.year(record.text("year", "date", "date_published", "publish_date")),
        record.text("language", "languages", "lang"));
  }

  private static RowOutcome zlibFile(RowBuilder book, JsonFields record) {
    book.key("zlib", record.text("zlibrary_id"));
    book.file.digest(Digest.MD5, record.text("md5")).size(record.number("filesize"));
    return book.outcome();
  }

  /** Title and author as the file's own metadata have them, else as its name reads. */
  private static RowOutcome upload(RowBuilder book, Aacid id, JsonFields record) {
    JsonFields own = record.at("exiftool_output");
    String path = path(record);
    PathName name = PathName.of(path == null ? "" : path);
    long crc = record.number("crc32");
    book.file
        .name(path)
        .extension(name.extension() == null ? record.text("file_type") : name.extension())
        .size(record.number("filesize"))
        .digest(Digest.MD5, record.text("md5"))
        .digest(Digest.SHA1, record.text("sha1"))
        .digest(Digest.SHA256, record.text("sha256"))
        .digest(Digest.CRC32, crc < 0 ? null : HexFormat.of().toHexDigits(crc, 8));
    String md5 = book.file.digest(Digest.MD5);
    book.key("aa-upload", md5 == null ? id.id() : "md5:" + md5);
    String title = own.text("Title");
    boolean isTitle = title != null && !NO_TITLE.matcher(title).matches();
    book.names(isTitle ? ownNames(title, own, record.text("file_type")) : name.names());
    book.numbers
        .addHidden(path)
        .addHidden(own.text("ISBN"))
        .addHidden("ISBN " + own.text("ISBN"))
        .addHidden(own.text("Identifier"));
    return book.note("collection", id.collection())
        .note("other-reading", isTitle ? reading(name.names()) : name.otherReading())
        .note(
            "deleted-as-duplicate",
            "true".equals(record.text("deleted_as_duplicate")) ? "yes" : null)
        .outcome();
  }

  /** What the name of a file says whose own title was taken: that may be a mistake. */
  private static String reading(BookNames names) {
    String title = names.title();
    return title == null || names.authors().isEmpty()
        ? title
        : title + " / " + String.join("; ", names.authors());
  }

  /** In a PDF the creator is a program; elsewhere it is the author. */
  private static BookNames ownNames(String title, JsonFields own, String fileType) {
    List<String> authors =
        "pdf".equals(fileType) ? own.authors("Author") : own.authors("Creator", "Author");
    return new BookNames(
        title,
        null,
        authors,
        null,
        "pdf".equals(fileType) ? null : own.text("Publisher"),
        null,
        own.text("Language"));
  }

  private static String path(JsonFields record) {
    String path = record.text("filename_decoded", "filepath", "filename");
    String raw = record.text("full_filepath_raw_base64");
    if (path != null || raw == null) {
      return path;
    }
    try {
      return Written.text(new String(Base64.getDecoder().decode(raw), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static RowOutcome archive(RowBuilder book, Aacid id, JsonFields record) {
    JsonFields item = record.at("metadata_json").at("metadata");
    String own = record.text("ia_id");
    book.key("ia", own == null ? id.id() : own).names(names(item));
    item.texts("isbn").forEach(book.numbers::addIsbns);
    item.texts("lccn").forEach(n -> book.numbers.add(Numbers.lccn(n)));
    item.texts("oclc-id").forEach(n -> book.numbers.add(Numbers.oclc(n)));
    item.texts("external-identifier").forEach(n -> external(book.numbers, n));
    item.texts("related-external-id").forEach(n -> book.note("related", n));
    book.numbers
        .addHidden(own == null ? null : own.replace("isbn_", "isbn "))
        .addRecord("openlibrary", item.text("openlibrary_edition"))
        .addRecord("openlibrary", item.text("openlibrary_work"));
    return book.note("collection", String.join(", ", item.texts("collection"))).outcome();
  }

  private static void external(FoundNumbers numbers, String urn) {
    if (urn.startsWith("urn:oclc:record:")) {
      numbers.add(Numbers.oclc(urn.substring("urn:oclc:record:".length())));
    } else if (urn.startsWith("urn:isbn:")) {
      numbers.addIsbns(urn.substring("urn:isbn:".length()));
    } else if (urn.startsWith("urn:asin:")) {
      numbers.add(Numbers.asin(urn.substring("urn:asin:".length())));
    }
  }

  private static List<RowOutcome> nexus(RowPlace place, Aacid id, JsonFields record, String own) {
    List<RowOutcome> rows = new ArrayList<>();
    List<JsonFields> files = record.objects("links");
    for (int i = 0; i < Math.max(1, files.size()); i++) {
      RowBuilder book = nexusBook(place, id, record, own);
      if (i < files.size()) {
        JsonFields file = files.get(i);
        book.file
            .extension(file.text("extension"))
            .size(file.number("filesize"))
            .digest(Digest.MD5, file.text("md5"));
      }
      // a link without a digest says no more than the record does
      if (i == 0 || book.file.hasDigest()) {
        rows.add(book.outcome());
      }
    }
    return rows;
  }

  private static RowBuilder nexusBook(RowPlace place, Aacid id, JsonFields record, String own) {
    RowBuilder book = new RowBuilder(place).asOf(id.day()).key("nexusstc", own);
    JsonFields said = new JsonFields(record.node().path("metadata").path(0));
    JsonFields ids = new JsonFields(record.node().path("id").path(0));
    book.names(
        new BookNames(
            record.text("title"),
            null,
            record.texts("authors"),
            said.text("series"),
            said.text("publisher"),
            issued(record, id),
            record.text("languages")));
    said.texts("isbns").forEach(book.numbers::addIsbns);
    ids.texts("dois").forEach(book.numbers::addDoi);
    ids.texts("libgen_ids").forEach(n -> book.numbers.addRecord("libgen:nonfiction", n));
    said.texts("parent_isbns").forEach(n -> book.note("part-of-isbn", n));
    return book.note("type", record.text("type"));
  }

  /** Seconds since 1970; years after the record's own are mistakes, and there are many. */
  private static Integer issued(JsonFields record, Aacid id) {
    long seconds = record.node().path("issued_at").path(0).asLong(Long.MIN_VALUE);
    if (seconds < -(1L << 40) || seconds > 1L << 40) {
      return null;
    }
    int year = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).getYear();
    return year < 1000 || year > id.year() + 1 ? null : (Integer) year;
  }

  /** By the fields that records of books usually have. */
  private static RowOutcome unknown(RowBuilder book, Aacid id, JsonFields metadata) {
    JsonFields record = metadata.has("record") ? metadata.at("record") : metadata;
    book.key("aa:" + id.collection(), id.id() == null ? record.text("id") : id.id());
    book.names(names(record));
    for (String field : List.of("isbn", "isbns", "isbn13", "isbn10", "asin")) {
      record.texts(field).forEach(book.numbers::addIsbns);
    }
    book.numbers.addDoi(record.text("doi"));
    book.file
        .extension(record.text("extension"))
        .size(record.number("filesize"))
        .digest(Digest.MD5, record.text("md5"))
        .digest(Digest.SHA1, record.text("sha1"))
        .digest(Digest.SHA256, record.text("sha256"));
    RowOutcome outcome = book.outcome();
    return outcome instanceof RowOutcome.Read
        ? outcome
        : new RowOutcome.Rejected(
            book.place(),
            "The collection "
                + id.collection()
                + " is not known, and this record has nothing that looks like a title, an ISBN or"
                + " a digest.");
  }
}
