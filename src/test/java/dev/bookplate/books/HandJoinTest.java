package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.FileFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody decides about works counts, stays, and can be undone. */
class HandJoinTest {
  private static final String MD5 = "ab".repeat(16);
  private static final BookBuilder.Reason WHY =
      new BookBuilder.Reason("retitled", "Ada", "2026-11-29");
  private static final BookBuilder.Reason BACK = new BookBuilder.Reason("no", null, "2026-11-30");

  @TempDir private Path folder;
  private RowBench bench;

  @BeforeEach
  void threeWorksOfFourRecords() throws IOException {
    bench = new RowBench(folder);
    bench.add(
        "a",
        List.of(
            RowBench.with(RowBench.row("1", "Salt Roads", "Ann Fry"), FileFacts.Digest.MD5, MD5),
            RowBench.with(RowBench.row("2", "Salt Roads", "Ann Fry"), FileFacts.Digest.MD5, MD5),
            RowBench.row("3", "The Way of the Salt", "A. Fry"),
            RowBench.row("4", "Clay Money", "Otto Brandt")));
    assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3)), bench.groups());
  }

  @Test
  void aWordJoinsWhatNothingElseDoesAndIsTold() throws IOException {
    String before = BookStore.facts(folder, bench.commit).digest();
    bench.change(books -> books.join(Set.of(0, 1), Set.of(2), WHY));

    assertEquals(List.of(List.of(0, 1, 2), List.of(3)), bench.groups());
    assertTrue(bench.joins().contains("WORK hand retitled 0 2"), bench.joins().toString());
    BookFacts facts = BookStore.facts(folder, bench.commit);
    assertEquals(List.of(new HandJoin(0, 2, true, "retitled", "Ada", "2026-11-29")), facts.joins());
    assertNotEquals(before, facts.digest());
  }

  @Test
  void aWordPartsWhatSharesAFileAndStillCountsForWhatIsAddedLater() throws IOException {
    bench.change(books -> books.part(Set.of(1), Set.of(0), WHY));
    assertEquals(List.of(List.of(0), List.of(1), List.of(2), List.of(3)), bench.groups());
    assertTrue(bench.joins().contains("APART md5 " + MD5 + " 0 1"), bench.joins().toString());

    bench.add("b", List.of(RowBench.row("9", "Clay Money", "Brandt, Otto")));
    assertEquals(List.of(List.of(0), List.of(1), List.of(2), List.of(3, 4)), bench.groups());
  }

  @Test
  void theLastWordCounts() throws IOException {
    bench.change(books -> books.join(Set.of(0, 1), Set.of(2), WHY));
    bench.change(books -> books.part(Set.of(1, 2), Set.of(0), WHY));
    assertEquals(List.of(List.of(0), List.of(1, 2), List.of(3)), bench.groups());
    bench.change(books -> books.join(Set.of(0), Set.of(1, 2), BACK));
    assertEquals(List.of(List.of(0, 1, 2), List.of(3)), bench.groups());
    bench.change(books -> books.part(Set.of(2), Set.of(0, 1), BACK));
    assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3)), bench.groups());
    assertTrue(BookStore.facts(folder, bench.commit).joins().size() >= 4, "all are listed");
    BookStore.verify(folder, bench.commit);
  }

  @Test
  void theShelfsOwnWorkCanBeTakenApart() throws IOException {
    bench.change(
        books -> {
          try {
            books.add(RowBench.text("heron", "Heron", "shelf/heron.txt"));
            books.add(RowBench.text("heron", "Heron", "shelf/heron-2.txt"));
            books.end(new BookBuilder.SourceName("shelf", null, "shelf"), null, null);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertTrue(bench.joins().contains("WORK shelf null 4 5"), bench.joins().toString());

    bench.change(books -> books.part(Set.of(5), Set.of(4), WHY));

    assertEquals(
        List.of("heron", "heron~2"),
        bench.works().stream()
            .map(work -> work.split(" ", 2)[0])
            .filter(id -> id.startsWith("heron"))
            .toList());
  }

  @Test
  void worksOfTheShelfCanBeMadeOne() throws IOException {
    bench.change(
        books -> {
          try {
            books.add(RowBench.text("heron", "Heron", "shelf/heron.txt"));
            books.add(RowBench.text("stork", "Stork", "shelf/stork.txt"));
            books.end(new BookBuilder.SourceName("shelf", null, "shelf"), null, null);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    bench.change(books -> books.join(Set.of(4), Set.of(5), WHY));
    try (BookStore store = bench.open()) {
      CataloguedWork work = store.work("heron").orElseThrow();
      assertEquals(2, work.texts().size());
      assertEquals(2, work.editions());
      assertTrue(store.work("stork").isEmpty());
    }
  }
}
