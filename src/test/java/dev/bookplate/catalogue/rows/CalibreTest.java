package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CalibreTest {
  private static final String LONG = "Fen ".repeat(800).strip();

  private static Object[] row(Object... values) {
    return values;
  }

  private static byte[] library() {
    String books =
        "id INTEGER PRIMARY KEY, title TEXT, pubdate TIMESTAMP, series_index REAL,"
            + " path TEXT, uuid TEXT, last_modified TIMESTAMP";
    return new SmallDatabase()
        .table(
            "books",
            books,
            row(
                null,
                "Fen",
                "2001-05-25 00:00:00+00:00",
                2.0,
                "Quill/Fen (1)",
                "u1",
                "2024-01-02 03:04"),
            row(null, LONG, "0101-01-01 00:00:00+00:00", 1.0, "x", "u2", "2024-01-02 03:04"),
            row(null, "Salt", null, 1.0, "../../etc", "u3", null))
        .table(
            "authors",
            "id INTEGER PRIMARY KEY, name TEXT",
            row(null, "Quill| Ada"),
            row(null, "Tom"))
        .table(
            "books_authors_link",
            "id INTEGER PRIMARY KEY, book INTEGER, author INTEGER",
            row(null, 1L, 2L),
            row(null, 1L, 1L))
        .table("series", "id INTEGER PRIMARY KEY, name TEXT", row(null, "Marsh"))
        .table(
            "books_series_link",
            "id INTEGER PRIMARY KEY, book INTEGER, series INTEGER",
            row(null, 1L, 1L))
        .table(
            "identifiers",
            "id INTEGER PRIMARY KEY, book INTEGER, type TEXT, val TEXT",
            row(null, 1L, "isbn", "0306406152"),
            row(null, 1L, "mobi-asin", "B0B6HNHVV9"))
        .table(
            "data",
            "id INTEGER PRIMARY KEY, book INTEGER, format TEXT, uncompressed_size INTEGER, name"
                + " TEXT",
            row(null, 1L, "EPUB", 1234L, "Fen - Ada"),
            row(null, 1L, "PDF", 99L, "Fen - Ada"),
            row(null, 3L, "EPUB", 1L, "passwd"))
        .bytes();
  }

  @Test
  void readsBooksWithTheirFiles(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("metadata.db"), library());
    Files.createDirectories(folder.resolve("Quill/Fen (1)"));
    Files.writeString(folder.resolve("Quill/Fen (1)/Fen - Ada.epub"), "x");
    Outcomes all =
        Outcomes.of(new Calibre(), new Source.OfFile(folder.resolve("metadata.db")), "lib");
    assertEquals(List.of("Fen", "Fen", LONG, "Salt"), all.titles());
    assertEquals(0, all.rejected().size(), all.toString());
    BookRow epub = all.rows().get(0);
    assertEquals("calibre:u1", epub.key());
    assertEquals(List.of("Tom", "Quill, Ada"), epub.names().authors());
    assertEquals("Marsh, 2", epub.names().series());
    assertEquals(2001, epub.names().year());
    assertEquals("[isbn:9780306406157, asin:B0B6HNHVV9]", epub.identifiers().toString());
    assertEquals("Quill/Fen (1)/Fen - Ada.epub", epub.file().name());
    assertEquals(1234, epub.file().size());
    assertEquals(List.of(), epub.standing().notes());
    assertEquals("2024-01-02", epub.asOf());
    assertEquals(List.of("file: not in the library"), all.rows().get(1).standing().notes());
    assertEquals(null, all.rows().get(2).names().year());
    assertEquals(List.of("file: not in the library"), all.rows().get(3).standing().notes());
    assertEquals(folder.resolve("metadata.db"), RowFormats.inside(folder));
  }

  @Test
  void saysWhatIsInALog(@TempDir Path folder) throws IOException {
    byte[] bytes = library();
    bytes[18] = 2;
    Path file = Files.write(folder.resolve("metadata.db"), bytes);
    Files.writeString(folder.resolve("metadata.db-wal"), "changes");
    Outcomes all = Outcomes.of(new Calibre(), new Source.OfFile(file), "lib");
    assertEquals(4, all.rows().size());
    assertTrue(all.rejected().get(0).reason().contains("metadata.db-wal"));
  }

  @Test
  void clippedOrOtherDatabasesAreSaid() throws IOException {
    byte[] whole = library();
    for (int end = 1; end < whole.length; end += 211) {
      Outcomes all = Outcomes.of(new Calibre(), Arrays.copyOf(whole, end));
      assertEquals(1, all.rejected().size(), "clipped at " + end);
    }
    byte[] other =
        new SmallDatabase().table("t", "id INTEGER PRIMARY KEY", row((Object) null)).bytes();
    assertTrue(
        Outcomes.of(new Calibre(), other)
            .rejected()
            .get(0)
            .reason()
            .contains("no Calibre library"));
  }

  @Test
  void flippedBytesNeverMakeItGoRound() throws IOException {
    byte[] whole = library();
    for (int at = 16; at < whole.length; at += 41) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) 0xFF;
      Outcomes all = Outcomes.of(new Calibre(), flipped);
      assertTrue(all.rows().size() + all.rejected().size() > 0, "flipped at " + at);
    }
  }
}
