package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources added in several steps give what they give in one. */
class AddStepsTest {
  @TempDir private Path folder;

  /** Rows of few books, with some wrong numbers: much is merged, some of it is contested. */
  static List<List<BookRow>> sources(int rows) {
    Random random = new Random(7);
    List<List<BookRow>> sources = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
    sources.add(new ArrayList<>());
    for (int i = 0; i < rows; i++) {
      int book = random.nextInt(rows / 3);
      BookRow row =
          RowBench.row(
              Integer.toString(i),
              random.nextInt(8) == 0 ? null : "Volume of the " + word(book) + " " + word(book * 7),
              "Anna " + word(book * 3));
      if (random.nextInt(2) == 0) {
        row = RowBench.with(row, RowBench.isbn(isbn(random.nextInt(9) == 0 ? 1 : book)));
      }
      if (random.nextInt(3) == 0) {
        String md5 = String.format(Locale.ROOT, "%032x", 1 + book);
        row = RowBench.with(row, FileFacts.Digest.MD5, md5);
      }
      sources.get(i * 3 / rows).add(row);
    }
    return sources;
  }

  private static String word(int number) {
    return Integer.toString(number * 7919 + 1_000_000, 26).replaceAll("[0-9]", "x");
  }

  private static String isbn(int number) {
    return String.format(Locale.ROOT, "978%010d", number);
  }

  @Test
  void stepsDoNotShow() throws IOException {
    List<List<BookRow>> sources = sources(600);
    RowBench atOnce = new RowBench(folder.resolve("one"));
    atOnce.change(
        books -> {
          for (int i = 0; i < 3; i++) {
            RowBench.rows(books, "source " + i, sources.get(i));
          }
        });
    RowBench inSteps = new RowBench(folder.resolve("three"));
    for (int i = 0; i < 3; i++) {
      inSteps.add("source " + i, sources.get(i));
    }

    assertEquals(atOnce.works(), inSteps.works());
    assertEquals(atOnce.joins(), inSteps.joins());
    assertEquals(
        BookStore.facts(atOnce.folder, atOnce.commit),
        BookStore.facts(inSteps.folder, inSteps.commit));
    assertTrue(atOnce.works().size() < 400, "much is merged");
    assertTrue(
        atOnce.joins().stream().anyMatch(j -> !j.startsWith("WORK") && !j.startsWith("EDITION")),
        "some is not");
    assertEquals(600, BookStore.verify(inSteps.folder, inSteps.commit).records());
  }
}
