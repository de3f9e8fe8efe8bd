package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.Prose;
import dev.bookplate.origin.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a passage is, over one book of sentences of 15 words. */
class MatcherTest {
  private static final int SENTENCE = 15;

  @TempDir Path folder;
  private List<String> book;
  private Library library;

  @BeforeEach
  void build() throws IOException {
    book = new Prose(1).words(3000, 0);
    library = Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))));
  }

  @AfterEach
  void close() {
    library.close();
  }

  private List<String> sentences(int from, int to) {
    List<String> sentences = new ArrayList<>();
    for (int s = from; s < to; s++) {
      sentences.add(Prose.plain(book.subList(s * SENTENCE, (s + 1) * SENTENCE)) + ".");
    }
    return sentences;
  }

  private static String noise(int seed, int words) {
    return Prose.plain(new Prose(10_000 + seed).words(words, 0));
  }

  private static String amongNoise(String text) {
    return noise(1, 60) + "\n" + text + "\n" + noise(2, 60);
  }

  @Test
  void aWholeCopyIsOnePassageOverAll() throws IOException {
    String text = Prose.plain(book);
    Finding finding = library.only(text);
    Passage passage = finding.passages().get(0);
    assertEquals(1, finding.passages().size());
    assertEquals(new Span(0, 3000), passage.documentWords());
    assertEquals(new Span(0, text.codePointCount(0, text.length())), passage.document());
    assertEquals(passage.document(), passage.reference());
    assertEquals(List.of(new Span(0, 3000)), passage.exactReference());
    assertEquals(new Finding.Measures(3000, 3000, 1, 1.0, 3000, 1.0), finding.measures());
    assertEquals(Grade.STRONG, finding.grade());
    assertEquals(Extent.WHOLE, finding.extent());
    assertEquals(List.of("run-50"), finding.reasons());
  }

  @Test
  void aChunkIsOnePassageInItsPlace() throws IOException {
    String chunk = Prose.plain(book.subList(1000, 1300));
    String text = amongNoise(chunk);
    Finding finding = library.only(text);
    assertEquals(1, finding.passages().size());
    Passage passage = finding.passages().get(0);
    assertEquals(new Span(60, 360), passage.documentWords());
    int at = text.indexOf(chunk);
    assertEquals(text.codePointCount(0, at), passage.document().start());
    assertEquals(chunk.codePointCount(0, chunk.length()), passage.document().length());
    assertEquals(0.1, finding.measures().workCoverage(), 1e-9);
    assertEquals(300.0 / 420, finding.measures().documentCoverage(), 1e-9);
    assertEquals(Extent.PART, finding.extent());
  }

  @Test
  void reorderedSentencesAreOnePassageOfSeveralPieces() throws IOException {
    List<String> sentences = sentences(40, 52);
    Collections.shuffle(sentences, new Random(3));
    Finding finding = library.only(amongNoise(String.join(" ", sentences)));
    assertEquals(1, finding.passages().size());
    Passage passage = finding.passages().get(0);
    assertTrue(passage.pieces().size() > 3, passage.toString());
    assertTrue(passage.exactWords() >= 170, passage.exactWords() + " of 180 words");
    assertEquals(new Span(60, 240), passage.documentWords());
    assertTrue(passage.identity() > 0.95, "identity " + passage.identity());
    assertEquals(Grade.MODERATE, finding.grade());
  }

  @Test
  void anAbridgedChapterIsOnePassage() throws IOException {
    List<String> sentences = sentences(40, 60);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      if (i % 3 != 2 || i == sentences.size() - 1) {
        kept.add(sentences.get(i));
      }
    }
    Finding finding = library.only(amongNoise(String.join(" ", kept)));
    assertEquals(1, finding.passages().size());
    assertEquals(kept.size() * SENTENCE, finding.measures().exactWords());
    assertEquals(2 * SENTENCE, finding.measures().longestRunWords());
  }

  @Test
  void twoPlacesOfTheBookAreTwoPassages() throws IOException {
    String first = Prose.plain(book.subList(100, 200));
    String second = Prose.plain(book.subList(2000, 2100));
    Finding apart = library.only(first + " " + noise(1, 100) + " " + second);
    assertEquals(2, apart.passages().size());
    Finding together = library.only(first + " " + second);
    assertEquals(2, together.passages().size());
    assertEquals(200, together.measures().exactWords());
    assertEquals(1, together.measures().identity(), 1e-9);
  }

  @Test
  void theSamePlaceTwiceCountsOnceOfTheWork() throws IOException {
    String chunk = Prose.plain(book.subList(100, 200));
    Finding finding = library.only(chunk + " " + noise(1, 100) + " " + chunk);
    assertEquals(2, finding.passages().size());
    assertEquals(200, finding.measures().exactWords());
    assertEquals(100.0 / 3000, finding.measures().workCoverage(), 1e-9);
  }

  @Test
  void wordsPartedAndMergedByOcrDoNotBreakARun() throws IOException {
    List<String> chunk = new ArrayList<>(book.subList(500, 620));
    for (int i = 100; i > 0; i -= 20) {
      String word = chunk.get(i);
      chunk.set(i, word.substring(0, 2) + " " + word.substring(2));
      chunk.set(i - 10, chunk.get(i - 10) + chunk.remove(i - 9));
    }
    Finding finding = library.only(amongNoise(String.join(" ", chunk)));
    assertEquals(1, finding.passages().size());
    assertTrue(finding.measures().longestRunWords() >= 120, finding.measures().toString());
    assertEquals(Grade.STRONG, finding.grade());
  }

  @Test
  void textThatSharesOnlyItsWordsGivesNothingAboveALead() throws IOException {
    Random random = new Random(8);
    List<String> vocabulary = new Prose(55).words(2000, 0);
    String salad = zipf(random, vocabulary, 20_000);
    try (Library salads =
        Library.of(folder.resolve("salad"), List.of(new Library.Book("salad", salad)))) {
      for (int i = 0; i < 60; i++) {
        for (Finding finding : salads.match(zipf(random, vocabulary, 2000))) {
          assertEquals(Grade.LEAD, finding.grade(), finding.passages().toString());
        }
      }
    }
  }

  private static String zipf(Random random, List<String> vocabulary, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add(vocabulary.get((int) Math.pow(vocabulary.size(), random.nextDouble())));
    }
    return Prose.plain(text);
  }

  @Test
  void emptyAndTinyDocumentsHaveNoFindings() throws IOException {
    assertEquals(List.of(), library.match(""));
    assertEquals(List.of(), library.match(" \n-"));
    assertEquals(List.of(), library.match(Prose.plain(book.subList(10, 16))));
  }

  @Test
  void withoutQuotesThereIsNoText() throws IOException {
    try (Library silent =
        Library.of(
            folder.resolve("silent"), List.of(new Library.Book("work", Prose.plain(book))), 0)) {
      Finding finding = silent.only(Prose.plain(book.subList(100, 300)));
      assertEquals(null, finding.passages().get(0).quote());
    }
  }
}
