package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works are found by anything that is known of them, mistyped or not. */
class BookSearchTest {
  private static final String ISBN = "9780306406157";

  @TempDir private Path folder;
  private BookStore store;
  private RowBench bench;

  @BeforeEach
  void shelf() throws IOException {
    bench = new RowBench(folder);
    List<BookRow> rows = new ArrayList<>();
    rows.add(
        RowBench.with(
            RowBench.row("1", "The Matter of the Weathercock", "Idris Callowhay"),
            RowBench.isbn(ISBN)));
    rows.add(RowBench.row("2", "The Lamp at Skerrow", "Orrowby, Jane"));
    rows.add(RowBench.row("3", "Weather and Climate", "Otto Brandt"));
    rows.add(
        RowBench.with(
            RowBench.row("4", "Nineteen Eighty-Four 1984", "George Orrowby"),
            FileFacts.Digest.MD5,
            "ab".repeat(16)));
    for (int i = 0; i < 60; i++) {
      rows.add(RowBench.row(Integer.toString(100 + i), "The Lamp at Skerrow", "Orrowby, Jane"));
    }
    rows.add(RowBench.dated(RowBench.row("5", "Late Weathercock", "Nemo"), 2020, "2022-07-01"));
    bench.add("a", rows);
    store = bench.open();
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private List<String> any(String words) throws IOException {
    return found(new BookQuery(words, null, null, null, List.of()), 10);
  }

  private List<String> found(BookQuery query, int top) throws IOException {
    return store.search(query, top).stream().map(f -> f.work().work().id()).toList();
  }

  @Test
  void wordsMayBeMistyped() throws IOException {
    assertEquals("rows:1", any("matter wethercock").getFirst());
    assertEquals("rows:1", any("Calowhay").getFirst());
    assertEquals("rows:2", any("LAMP AT SKEROW orowby").getFirst());
    assertEquals("rows:2", any("lmap st skerow").getFirst());
    assertEquals("rows:1", any("mattr teh wethercock").getFirst());
    assertEquals(List.of(), any("lamp shade zebra"));
    assertEquals(List.of("rows:4"), any("1984"));
    assertEquals(List.of(), any("1985"));
  }

  @Test
  void fieldsAreApart() throws IOException {
    assertEquals(
        List.of("rows:2"), found(new BookQuery(null, "lamp", "orrowby", null, List.of()), 10));
    assertEquals(List.of(), found(new BookQuery(null, "orrowby", null, null, List.of()), 10));
    assertEquals(
        List.of("rows:2", "rows:4"),
        found(new BookQuery(null, null, "orrowby", null, List.of()), 10).stream()
            .sorted()
            .toList());
  }

  @Test
  void numbersDigestsAndIdsComeFirstAndSayWhatTheyAre() throws IOException {
    FoundWork byIsbn =
        store.search(new BookQuery("0-306-40615-2", null, null, null, List.of()), 5).getFirst();
    assertEquals("isbn " + ISBN, byIsbn.by());
    assertEquals("rows:1", byIsbn.work().work().id());
    assertEquals(List.of("rows:4"), any("AB".repeat(16)));
    assertEquals("rows:3", any("rows:3").getFirst());
    assertEquals(List.of("rows:1"), found(new BookQuery(null, null, null, null, List.of(ISBN)), 5));
  }

  @Test
  void aWorkOfManyRecordsIsOneAnswer() throws IOException {
    List<String> found = any("orrowby");
    assertEquals(List.of("rows:2", "rows:4"), found.stream().sorted().toList());
  }

  @Test
  void whatIsDatedLaterIsNotFound() throws IOException {
    assertEquals(2, any("weathercock").size());
    try (BookStore held = bench.open(LocalDate.of(2021, 6, 30))) {
      assertEquals(1, held.leftOut());
      assertEquals(
          List.of("rows:1"),
          held.search(new BookQuery("weathercock", null, null, null, List.of()), 10).stream()
              .map(f -> f.work().work().id())
              .toList());
    }
  }
}
