package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.fingerprint.Prose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeRuleTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "50, 50, 1.0, RUN_50",
    "49, 49, 1.0, RUN_25",
    "25, 25, 1.0, RUN_25",
    "24, 24, 1.0, WEAKER",
    "200, 20, 0.9, ALIGNED_200_AT_90",
    "199, 20, 0.9, ALIGNED_75_AT_80",
    "200, 20, 0.8999, ALIGNED_75_AT_80",
    "200, 25, 0.89, RUN_25",
    "75, 20, 0.8, ALIGNED_75_AT_80",
    "74, 20, 0.8, WEAKER",
    "75, 20, 0.7999, WEAKER",
    "1000, 10, 0.5, WEAKER"
  })
  void theStrongestRuleThatHoldsDecides(int words, int run, double identity, GradeRule rule) {
    assertEquals(rule, GradeRule.of(words, run, identity));
  }

  /** Runs of a book with so many other words after each but the last. */
  private static String document(List<String> book, int exact, int others, int runs) {
    Prose noise = new Prose(4711);
    List<String> text = new ArrayList<>(noise.words(40, 0));
    int at = 500;
    for (int r = 0; r < runs; r++) {
      int run = exact * (r + 1) / runs - exact * r / runs;
      text.addAll(book.subList(at, at + run));
      at += run;
      if (r + 1 < runs) {
        int gap = others * (r + 1) / (runs - 1) - others * r / (runs - 1);
        text.addAll(noise.words(gap, 0));
        at += gap; // replaced one for one
      }
    }
    text.addAll(noise.words(40, 0));
    return Prose.plain(text);
  }

  @ParameterizedTest
  @CsvSource({
    "24, 0, 1, LEAD, weaker",
    "25, 0, 1, MODERATE, run-25",
    "49, 0, 1, MODERATE, run-25",
    "50, 0, 1, STRONG, run-50",
    "60, 15, 6, MODERATE, aligned-75-at-80",
    "60, 14, 6, LEAD, weaker",
    "59, 16, 6, LEAD, weaker",
    "180, 20, 10, STRONG, aligned-200-at-90",
    "180, 19, 10, MODERATE, aligned-75-at-80",
    "179, 21, 10, MODERATE, aligned-75-at-80"
  })
  void aDocumentHasTheGradeOfItsPassage(int exact, int others, int runs, Grade grade, String reason)
      throws IOException {
    List<String> book = new Prose(1).words(3000, 0);
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      Finding finding = library.only(document(book, exact, others, runs));
      assertEquals(1, finding.passages().size());
      assertEquals(exact, finding.measures().exactWords());
      assertEquals(exact + others, finding.measures().spanWords());
      assertEquals((double) exact / (exact + others), finding.measures().identity(), 1e-9);
      assertEquals(grade, finding.grade());
      assertEquals(List.of(reason), finding.reasons());
    }
  }

  @Test
  void manyWeakPassagesAreNoStrongOne() throws IOException {
    List<String> book = new Prose(1).words(3000, 0);
    Prose noise = new Prose(4711);
    List<String> text = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      text.addAll(book.subList(i * 70, i * 70 + 24));
      text.addAll(noise.words(100, 0));
    }
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      Finding finding = library.only(Prose.plain(text));
      assertEquals(40, finding.passages().size());
      assertEquals(Grade.LEAD, finding.grade());
    }
  }

  private Finding copy(String text) throws IOException {
    String filler = Prose.plain(new Prose(2).words(1500, 0));
    String book = filler + "\n" + text + "\n" + Prose.plain(new Prose(3).words(1500, 0));
    try (Library library = Library.of(folder, List.of(new Library.Book("work", book)))) {
      return library.only(Prose.plain(new Prose(4).words(50, 0)) + "\n" + text);
    }
  }

  @Test
  void fewDistinctWordsAreALead() throws IOException {
    List<String> refrain = new Prose(9).words(12, 0);
    Finding eleven = copy((Prose.plain(refrain.subList(0, 11)) + "\n").repeat(20));
    assertEquals(Grade.LEAD, eleven.grade());
    assertEquals(List.of("weaker", "few-distinct-words"), eleven.reasons());
  }

  @Test
  void twelveDistinctWordsAreEnough() throws IOException {
    List<String> refrain = new Prose(9).words(12, 0);
    assertEquals(12, refrain.stream().distinct().count());
    assertEquals(Grade.MODERATE, copy((Prose.plain(refrain) + "\n").repeat(4)).grade());
  }

  @Test
  void aRefrainThatGoesOnIsALead() throws IOException {
    List<String> refrain = new Prose(9).words(12, 0);
    Finding finding = copy((Prose.plain(refrain) + "\n").repeat(20));
    assertEquals(List.of("weaker", "repetition"), finding.reasons());
  }

  @Test
  void aNumberingIsALead() throws IOException {
    StringBuilder table = new StringBuilder();
    for (int i = 1; i < 100; i++) {
      table.append(i).append(". ").append(i * 37 % 1000).append(i % 3 == 0 ? " row\n" : "\n");
    }
    Finding finding = copy(table.toString());
    assertEquals(Grade.LEAD, finding.grade());
    assertEquals(List.of("weaker", "numbering"), finding.reasons());
  }

  @ParameterizedTest
  @CsvSource({
    "900, 1000, WHOLE",
    "899, 1000, MOST",
    "500, 1000, MOST",
    "499, 1000, PART",
    "100, 1000, PART",
    "99, 1000, QUOTATION",
    "300, 100000, EXCERPT",
    "299, 100000, QUOTATION",
    "0, 0, QUOTATION"
  })
  void extentIsAShareOfTheWork(int exact, int work, Extent extent) {
    assertEquals(extent, Extent.of(exact, work));
  }
}
