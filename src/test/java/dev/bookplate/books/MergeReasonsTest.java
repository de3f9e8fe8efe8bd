package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Records are merged by what they share, each with its reason; what disagrees stays apart. */
class MergeReasonsTest {
  private static final String ISBN = "9780306406157";

  @TempDir private Path folder;
  private RowBench bench;

  @BeforeEach
  void empty() {
    bench = new RowBench(folder);
  }

  /** The same book, with its title and authors written in ways that no key of titles joins. */
  private static BookRow first() {
    return RowBench.row("1", "The Heron Under the Stairs", "Maud Ellery");
  }

  private static BookRow second() {
    return RowBench.row("2", "The Heron Under the Stairs: A Novel of the Fens", "Ellery M.");
  }

  private static BookRow stranger() {
    return RowBench.row("3", "Principles of Hydraulics", "Otto Brandt");
  }

  @ParameterizedTest
  @CsvSource({
    "ISBN,9780306406157",
    "ASIN,B00ABCDEFG",
    "OCLC,1234567",
    "LCCN,2001012345",
    "DOI,10.1000/182"
  })
  void aSharedNumberMakesOneWork(Identifier.Kind kind, String value) throws IOException {
    Identifier number = new Identifier(kind, value);
    bench.add(
        "a",
        List.of(
            RowBench.with(first(), number),
            RowBench.with(second(), number),
            RowBench.with(stranger(), number)));

    assertEquals(List.of("rows:1 = rows:1 rows:2", "rows:3 = rows:3"), bench.works());
    assertEquals(
        List.of(
            "WORK " + kind.label() + " " + value + " 0 1",
            "DISAGREE " + kind.label() + " " + value + " 0 2"),
        bench.joins());
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFacts.Digest.class,
      names = {"SHA256", "SHA1", "MD5", "ED2K"})
  void aSharedFileMakesOneWorkAndOneEdition(FileFacts.Digest kind) throws IOException {
    String hex = "ab".repeat(kind.digits() / 2);
    bench.add("a", List.of(RowBench.with(first(), kind, hex), RowBench.with(second(), kind, hex)));

    assertEquals(List.of("rows:1 = rows:1 rows:2"), bench.works());
    assertEquals(List.of("WORK " + kind.label() + " " + hex + " 0 1"), bench.joins());
    try (BookStore store = bench.open()) {
      assertEquals(1, store.work("rows:1").orElseThrow().editions());
    }
  }

  @Test
  void aChecksumOf32BitsTellsNothing() throws IOException {
    bench.add(
        "a",
        List.of(
            RowBench.with(first(), FileFacts.Digest.CRC32, "12345678"),
            RowBench.with(second(), FileFacts.Digest.CRC32, "12345678")));
    assertEquals(2, bench.works().size());
  }

  @Test
  void titleAndAuthorMakeOneWorkOfTwoEditions() throws IOException {
    bench.add(
        "a",
        List.of(
            RowBench.row("1", "The Heron under the Stairs", "Maud Ellery"),
            RowBench.row("2", "Heron Under the Stairs, The", "Ellery, Maud")));

    assertEquals(List.of("rows:1 = rows:1 rows:2"), bench.works());
    assertEquals(
        List.of("WORK title and author heron under the stairs / ellery m 0 1"), bench.joins());
    try (BookStore store = bench.open()) {
      assertEquals(2, store.work("rows:1").orElseThrow().editions());
    }
  }

  @Test
  void theSameNameInOneSourceIsOneRecord() throws IOException {
    bench.add("a", List.of(first(), RowBench.row("1", "Heron Stairs", "Ellery, Maud")));
    assertEquals(List.of("WORK record rows:1 0 1"), bench.joins());
  }

  @Test
  void aNumberThatManyUnrelatedTitlesHaveJoinsNothing() throws IOException {
    List<BookRow> rows = new ArrayList<>();
    String[] titles = {
      "Harbour Lights", "Iron Wheat", "Common Birds", "Seven Doors", "Salt Roads", "Clay Money"
    };
    for (String title : titles) {
      String number = Integer.toString(rows.size());
      rows.add(RowBench.with(RowBench.row(number, title, title), RowBench.isbn(ISBN)));
    }
    bench.add("a", rows);

    assertEquals(6, bench.works().size());
    assertEquals(List.of("SHARED isbn " + ISBN + " 0 of 6"), bench.joins());
  }

  @Test
  void aRowWithoutATitleGoesWithThoseThatShareItsFileUnlessTheyAreOfTwoMinds() throws IOException {
    String hex = "cd".repeat(16);
    String twice = "ef".repeat(16);
    bench.add(
        "a",
        List.of(
            RowBench.with(first(), FileFacts.Digest.MD5, hex),
            RowBench.with(RowBench.row("7", null), FileFacts.Digest.MD5, hex),
            RowBench.with(stranger(), FileFacts.Digest.MD5, twice),
            RowBench.with(RowBench.row("4", "Salt Roads", "Ann Fry"), FileFacts.Digest.MD5, twice),
            RowBench.with(RowBench.row("8", null), FileFacts.Digest.MD5, twice)));

    assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3), List.of(4)), bench.groups());
    assertEquals(
        List.of(
            "WORK md5 " + hex + " 0 1",
            "DISAGREE md5 " + twice + " 2 3",
            "AMBIGUOUS md5 " + twice + " 2 4"),
        bench.joins().stream().sorted(MergeReasonsTest::byRecord).toList());
  }

  private static int byRecord(String one, String other) {
    return one.substring(one.length() - 3).compareTo(other.substring(other.length() - 3));
  }

  @Test
  void whatRecordsSayDifferentlyIsKeptSideBySide() throws IOException {
    BookRow one = RowBench.dated(RowBench.with(first(), RowBench.isbn(ISBN)), 1998, "2020-01-02");
    BookRow other =
        RowBench.dated(RowBench.with(second(), RowBench.isbn(ISBN)), 2001, "2022-03-04");
    bench.add("a", List.of(one));
    bench.add("b", List.of(other));

    try (BookStore store = bench.open()) {
      CataloguedWork work = store.work("rows:1").orElseThrow();
      assertEquals(
          List.of("title", "authors", "year"),
          Disagreement.of(work).stream().map(Disagreement::about).toList());
      assertEquals(
          List.of(
              new Disagreement.Said("1998", List.of(0)), new Disagreement.Said("2001", List.of(1))),
          Disagreement.of(work).get(2).said());
      assertEquals(
          List.of("rows.csv, row 1, 2020-01-02", "rows.csv, row 2, 2022-03-04"),
          WorkSheet.of(work).records().stream()
              .map(r -> r.row().place() + ", " + r.row().asOf())
              .toList());
      assertEquals("The Heron Under the Stairs", work.work().title());
    }
  }

  @Test
  void authorsInAnotherOrderAreNoDisagreement() throws IOException {
    bench.add(
        "a",
        List.of(
            RowBench.with(first(), RowBench.isbn(ISBN)),
            RowBench.with(
                RowBench.row("2", "THE HERON UNDER THE STAIRS", "Ellery, Maud"),
                RowBench.isbn(ISBN))));
    try (BookStore store = bench.open()) {
      assertEquals(List.of(), Disagreement.of(store.work("rows:1").orElseThrow()));
    }
  }
}
