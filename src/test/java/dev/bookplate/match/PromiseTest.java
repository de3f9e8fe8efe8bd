package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.Prose;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promise: every unbroken run of 25 words that a document shares with a reference edition is
 * found, through the index and the matcher, whatever was done to how it is written.
 */
class PromiseTest {
  private static final int RUN = 25;

  @TempDir Path folder;

  /** What is done to a run on its way from the book to the document. */
  enum Done {
    NOTHING,
    ALTERED,
    WRAPPED,
    UNWRAPPED_BADLY;

    String to(List<String> run, Prose prose, Random random) {
      return switch (this) {
        case NOTHING -> Prose.plain(run);
        case ALTERED -> prose.altered(run);
        case WRAPPED -> prose.wrapped(run, 30 + random.nextInt(60));
        case UNWRAPPED_BADLY -> Prose.unwrappedBadly(prose.wrapped(run, 30 + random.nextInt(60)));
      };
    }
  }

  private static String document(Random random, String run, int seed) {
    Prose other = new Prose(700_000 + seed);
    int before = random.nextInt(4) == 0 ? 0 : random.nextInt(300);
    int behind = random.nextInt(4) == 0 ? 0 : random.nextInt(300);
    return Prose.plain(other.words(before, 10))
        + "\n"
        + run
        + "\n"
        + Prose.plain(other.words(behind, 10));
  }

  /** Whether the finding has a passage that lies on the run and has all of it unbroken. */
  private static boolean holds(Finding finding, String document, String run) {
    int at = document.indexOf(run);
    int from = document.codePointCount(0, at);
    int to = from + run.codePointCount(0, run.length());
    return finding.grade() != Grade.LEAD
        && finding.passages().stream()
            .anyMatch(
                p ->
                    p.longestRunWords() >= RUN
                        && p.document().start() <= from + 8
                        && p.document().end() >= to - 8);
  }

  @ParameterizedTest
  @EnumSource(Done.class)
  void everyRunOf25WordsIsFound(Done done) throws IOException {
    List<String> missed = new ArrayList<>();
    for (int b = 0; b < 3; b++) {
      Prose prose = new Prose(b);
      List<String> book = prose.words(3000, 10);
      String text = b == 0 ? Prose.plain(book) : prose.wrapped(book, 25 + 20 * b);
      try (Library library =
          Library.of(folder.resolve("b" + b), List.of(new Library.Book("work", text)))) {
        for (int seed = 0; seed < 250; seed++) {
          Random random = new Random(seed);
          int from =
              switch (seed % 10) {
                case 0 -> 0;
                case 1 -> book.size() - RUN;
                default -> random.nextInt(book.size() - RUN);
              };
          String run = done.to(book.subList(from, from + RUN), prose, random);
          String document = document(random, run, seed);
          List<Finding> findings = library.match(document);
          if (findings.size() != 1 || !holds(findings.get(0), document, run)) {
            missed.add("book " + b + ", seed " + seed + ": " + run + "\n" + findings);
          }
        }
      }
    }
    assertEquals("", missed.isEmpty() ? "" : missed.size() + " missed, first " + missed.get(0));
  }

  @Test
  void aRunAmongRepetitionsOfItsWordsIsFound() throws IOException {
    Prose prose = new Prose(5);
    List<String> refrain = prose.words(18, 0);
    List<String> book = new ArrayList<>();
    for (int verse = 0; verse < 60; verse++) {
      book.addAll(prose.words(20, 0));
      book.addAll(refrain);
    }
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      for (int from = 0; from + RUN <= book.size(); from += 17) {
        String run = Prose.plain(book.subList(from, from + RUN));
        String document = document(new Random(from), run, from);
        assertTrue(holds(library.only(document), document, run), "from " + from);
      }
    }
  }

  @Test
  void ofTwoRunsInOneDocumentNeitherHidesTheOther() throws IOException {
    Prose prose = new Prose(6);
    List<String> book = prose.words(3000, 0);
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      for (int seed = 0; seed < 200; seed++) {
        Random random = new Random(seed);
        int one = random.nextInt(book.size() - RUN);
        int other = random.nextInt(book.size() - RUN);
        // side by side, or overlapping in the book
        int second = seed % 2 == 0 ? other : Math.max(0, one - random.nextInt(40));
        String first = Prose.plain(book.subList(one, one + RUN));
        String then = Prose.plain(book.subList(second, second + RUN));
        String between = Prose.plain(new Prose(seed + 900).words(random.nextInt(80), 0));
        String document = first + "\n" + between + "\n" + then;
        Finding finding = library.only(document);
        Words words = Words.of(Utf8Text.of(document));
        int covered = finding.measures().exactWords();
        assertTrue(covered >= 2 * RUN, "seed " + seed + ": " + covered + " of " + words.count());
      }
    }
  }
}
