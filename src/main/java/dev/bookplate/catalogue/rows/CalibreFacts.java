package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the tables beside {@code books} say of each book, kept up to a bound. */
final class CalibreFacts {
  /** Characters, with what a text costs beside them: a library of a million books has half. */
  private static final long MOST = 1L << 28;

  private static final int COST = 64;

  /** A file of a book: {@code EPUB}, its name without an ending, its size in bytes. */
  record BookFile(String format, String name, long size) {}

  private record Numbered(String kind, String value) {}

  private final Map<Long, List<String>> authors;
  private final Map<Long, List<String>> publishers;
  private final Map<Long, List<String>> series;
  private final Map<Long, List<String>> languages;
  private final Map<Long, List<Numbered>> identifiers = new HashMap<>();
  private final Map<Long, List<BookFile>> files = new HashMap<>();
  private final SqliteFile file;
  private long room = MOST;

  private CalibreFacts(SqliteFile file) throws IOException {
    this.file = file;
    authors = linked("authors", "name", "author");
    publishers = linked("publishers", "name", "publisher");
    series = linked("series", "name", "series");
    languages = linked("languages", "lang_code", "lang_code");
  }

  static CalibreFacts of(SqliteFile file) throws IOException {
    CalibreFacts facts = new CalibreFacts(file);
    facts.readIdentifiers();
    facts.readFiles();
    return facts;
  }

  /** Names of what is linked with each book, in the order of the links. */
  private Map<Long, List<String>> linked(String table, String column, String link)
      throws IOException {
    Map<Long, List<String>> byBook = new HashMap<>();
    SqliteTable named = file.table(table);
    SqliteTable links = file.table("books_" + table + "_link");
    if (named == null || links == null) {
      return byBook;
    }
    Map<Long, String> names = new HashMap<>();
    SqliteCursor rows = new SqliteCursor(file, named);
    while (rows.next()) {
      String name = rows.text(column);
      if (name != null) {
        take(name.length());
        names.put(rows.number("id"), name);
      }
    }
    rows = new SqliteCursor(file, links);
    while (rows.next()) {
      String name = names.get(rows.number(link));
      if (name != null) {
        take(0);
        byBook.computeIfAbsent(rows.number("book"), b -> new ArrayList<>(1)).add(name);
      }
    }
    return byBook;
  }

  private void readIdentifiers() throws IOException {
    SqliteTable table = file.table("identifiers");
    if (table == null) {
      return;
    }
    SqliteCursor rows = new SqliteCursor(file, table);
    while (rows.next()) {
      String kind = rows.text("type");
      String value = rows.text("val");
      if (kind != null && value != null) {
        take(kind.length() + value.length());
        identifiers
            .computeIfAbsent(rows.number("book"), b -> new ArrayList<>(1))
            .add(new Numbered(kind.toLowerCase(Locale.ROOT), value));
      }
    }
  }

  private void readFiles() throws IOException {
    SqliteCursor rows = new SqliteCursor(file, file.table("data"));
    while (rows.next()) {
      String format = rows.text("format");
      String name = rows.text("name");
      if (format != null && name != null) {
        take(format.length() + name.length());
        files
            .computeIfAbsent(rows.number("book"), b -> new ArrayList<>(1))
            .add(new BookFile(format, name, rows.number("uncompressed_size")));
      }
    }
  }

  private void take(int characters) throws SqliteFile.DamagedException {
    room -= characters + COST;
    if (room < 0) {
      throw new SqliteFile.DamagedException("it holds more names than any library has");
    }
  }

  /** Calibre writes a bar for a comma in a name. */
  List<String> authors(long book) {
    return authors.getOrDefault(book, List.of()).stream()
        .map(name -> name.replace('|', ','))
        .filter(name -> !name.equals("Unknown"))
        .distinct()
        .toList();
  }

  String publisher(long book) {
    return first(publishers, book);
  }

  String series(long book) {
    return first(series, book);
  }

  String language(long book) {
    return first(languages, book);
  }

  private static String first(Map<Long, List<String>> byBook, long book) {
    List<String> names = byBook.getOrDefault(book, List.of());
    return names.isEmpty() ? null : names.get(0);
  }

  void addIdentifiers(long book, FoundNumbers numbers) {
    for (Numbered each : identifiers.getOrDefault(book, List.of())) {
      BookIds.add(each.kind(), each.value(), numbers);
    }
  }

  List<BookFile> files(long book) {
    return files.getOrDefault(book, List.of());
  }
}
