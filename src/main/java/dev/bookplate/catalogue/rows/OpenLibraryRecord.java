package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;

/** What a record of the Open Library says. */
final class OpenLibraryRecord {
  private OpenLibraryRecord() {}

  static RowOutcome row(String json, RowPlace place, OpenLibraryAuthors authors) {
    JsonFields record;
    try {
      record = JsonFields.parse(json);
    } catch (JsonProcessingException e) {
      return new RowOutcome.Rejected(place, "The JSON of this record is broken or cut off.");
    }
    String type = record.at("type").text("key");
    return switch (type == null ? "" : type) {
      case "/type/edition" -> edition(record, place, authors);
      case "/type/work" -> work(record, place, authors);
      case "/type/author" ->
          new RowOutcome.Rejected(place, "This record is of an author, whose name others take.");
      case "/type/redirect", "/type/delete" ->
          new RowOutcome.Rejected(
              place, "This record is of " + type + ": what it was of is gone or elsewhere.");
      default ->
          new RowOutcome.Rejected(
              place, "This record is of " + (type == null ? "no type" : type) + ", and no book.");
    };
  }

  private static RowOutcome edition(JsonFields record, RowPlace place, OpenLibraryAuthors authors) {
    RowBuilder book = started(record, place);
    names(record, book, authors, keys(record, "authors"));
    List.of("isbn_13", "isbn_10").forEach(f -> record.texts(f).forEach(book.numbers::addIsbns));
    record.texts("oclc_numbers").forEach(text -> book.numbers.add(Numbers.oclc(text)));
    record.texts("lccn").forEach(text -> book.numbers.add(Numbers.lccn(text)));
    JsonFields others = record.at("identifiers");
    others.texts("doi").forEach(book.numbers::addDoi);
    others.texts("amazon").forEach(text -> book.numbers.add(Numbers.asin(text)));
    book.numbers.addRecord("ia", record.text("ocaid"));
    // not a number of the edition: many are of one work
    keys(record, "works").forEach(work -> book.note("work", "openlibrary:" + work));
    book.note("edition", record.text("edition_name"))
        .note("by-statement", record.text("by_statement"))
        .note("copyright-date", record.text("copyright_date"));
    return book.outcome();
  }

  private static RowOutcome work(JsonFields record, RowPlace place, OpenLibraryAuthors authors) {
    RowBuilder book = started(record, place);
    List<String> keys = new ArrayList<>();
    for (JsonFields role : record.objects("authors")) {
      String key = role.at("author").text("key");
      keys.add(key == null ? role.text("author", "key") : key);
    }
    names(record, book, authors, keys);
    return book.note("first-published", record.text("first_publish_date")).outcome();
  }

  private static RowBuilder started(JsonFields record, RowPlace place) {
    String key = record.text("key");
    RowBuilder book = new RowBuilder(place).key("openlibrary", key);
    book.numbers.addRecord("openlibrary", key);
    String changed = record.at("last_modified").text("value");
    return book.asOf(Written.day(changed == null ? record.text("last_modified") : changed));
  }

  private static void names(
      JsonFields record, RowBuilder book, OpenLibraryAuthors authors, List<String> keys) {
    List<String> names = new ArrayList<>();
    for (String key : keys) {
      String name = authors.name(key);
      if (name != null && !names.contains(name)) {
        names.add(name);
      } else if (name == null && key != null) {
        book.note("author", "openlibrary:" + key);
      }
    }
    String prefix = record.text("title_prefix");
    String title = record.text("title");
    String language =
        record.objects("languages").stream()
            .map(l -> l.text("key"))
            .filter(k -> k != null)
            .map(k -> k.substring(k.lastIndexOf('/') + 1))
            .findFirst()
            .orElse(null);
    book.names(
        new BookNames(
            title == null || prefix == null ? title : prefix.strip() + " " + title,
            record.text("subtitle"),
            names,
            record.text("series"),
            record.text("publishers"),
            Written.year(record.text("publish_date")),
            language));
  }

  /** Keys of references, as objects or bare. */
  private static List<String> keys(JsonFields record, String field) {
    List<String> keys = new ArrayList<>();
    record
        .at(field)
        .node()
        .forEach(
            n -> {
              String key = n.isTextual() ? n.textValue() : n.path("key").asText("");
              if (!key.isEmpty()) {
                keys.add(key);
              }
            });
    return keys;
  }
}
