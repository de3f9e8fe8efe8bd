package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.Prose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonTextTest {
  private static final String QUOTED = text(9, 200);
  private static final String BEFORE = text(1, 900);
  private static final String BEHIND = text(2, 900);
  private static final Library.Book SOUGHT =
      new Library.Book("sought", BEFORE + "\n" + QUOTED + "\n" + BEHIND);

  @TempDir Path folder;

  private static String text(int seed, int words) {
    return Prose.plain(new Prose(seed).words(words, 0));
  }

  private static String words(String text, int from, int to) {
    return String.join(" ", List.of(text.split(" ", -1)).subList(from, to));
  }

  private static Library.Book known(String name, String text) {
    return new Library.Book(name, text(name.hashCode(), 400) + "\n" + text + "\n" + text(70, 400));
  }

  private Library library(Library.Book... background) throws IOException {
    return Library.of(folder.resolve("l"), List.of(SOUGHT), List.of(background));
  }

  private static String quoting(String quoted) {
    return text(50, 90) + "\n" + quoted + "\n" + text(51, 90);
  }

  @Test
  void aThirdBookThatBothQuoteExplainsThem() throws IOException {
    try (Library library = library(known("third", QUOTED))) {
      Finding finding = library.only(quoting(QUOTED));

      assertEquals(1, finding.passages().size());
      assertEquals(
          "stands in the background: known/third-1.txt", finding.passages().get(0).common());
      assertEquals(Grade.LEAD, finding.grade());
      assertEquals(Extent.QUOTATION, finding.extent());
      assertEquals(List.of("weaker", "common-text"), finding.reasons());
    }
  }

  @Test
  void whatElseTheDocumentHasOfTheWorkIsAsGoodAsEver() throws IOException {
    try (Library library = library(known("third", QUOTED))) {
      Finding finding =
          library.only(quoting(QUOTED) + "\n" + text(52, 90) + "\n" + words(BEFORE, 100, 500));

      assertEquals(2, finding.passages().size());
      assertNull(finding.passages().get(1).common());
      assertEquals(Grade.STRONG, finding.grade());
      // of 2,000 words the 400, and not the 200
      assertEquals(Extent.PART, finding.extent());
    }
  }

  @Test
  void fourFifthsOfThePassage() throws IOException {
    try (Library library = library(known("third", words(QUOTED, 0, 160)))) {
      assertTrue(library.only(quoting(QUOTED)).passages().get(0).common() != null);
    }
  }

  @Test
  void lessThanFourFifthsExplainNothing() throws IOException {
    try (Library library = library(known("third", words(QUOTED, 0, 155)))) {
      Finding finding = library.only(quoting(QUOTED));
      assertNull(finding.passages().get(0).common());
      assertEquals(Grade.STRONG, finding.grade());
    }
  }

  @Test
  void severalTextsTogetherAndOnlyThoseThatAreNeeded() throws IOException {
    try (Library library =
        library(
            known("a", words(QUOTED, 100, 140)),
            known("b", words(QUOTED, 120, 200)),
            known("c", words(QUOTED, 0, 120)))) {
      assertEquals(
          "stands in the background: known/c-1.txt, known/b-1.txt",
          library.only(quoting(QUOTED)).passages().get(0).common());
    }
  }

  @Test
  void aTextThatIsOnlyLikeItExplainsNothing() throws IOException {
    // every fourth word is another
    String[] like = QUOTED.split(" ", -1);
    for (int i = 30; i < like.length; i += 4) {
      like[i] = "otherwise";
    }
    try (Library library = library(known("third", String.join(" ", like)))) {
      assertNull(library.only(quoting(QUOTED)).passages().get(0).common());
    }
  }

  @Test
  void damageInTheDocumentChangesNothing() throws IOException {
    String[] damaged = QUOTED.split(" ", -1);
    for (int i = 20; i < damaged.length; i += 9) {
      damaged[i] = "xq" + i;
    }
    try (Library library = library(known("third", QUOTED))) {
      Finding finding = library.only(quoting(String.join(" ", damaged)));
      finding.passages().forEach(p -> assertTrue(p.common() != null));
    }
  }

  @Test
  void thePassagesAreTheSameWithAndWithoutABackground() throws IOException {
    String document = quoting(QUOTED) + "\n" + words(BEHIND, 10, 40) + "\n" + text(53, 60);
    Finding with;
    try (Library library = library(known("third", QUOTED), known("own", BEHIND))) {
      with = library.only(document);
    }
    try (Library library = Library.of(folder.resolve("without"), List.of(SOUGHT))) {
      Finding without = library.only(document);
      assertEquals(Grade.STRONG, without.grade());
      assertEquals(without.measures(), with.measures());
      assertEquals(
          without.passages(),
          with.passages().stream().map(p -> p.with(null, p.otherWorks())).toList());
      assertTrue(with.passages().stream().allMatch(p -> p.common() != null));
    }
  }

  @Test
  void theLicenceOfTheFileThatIsSought() throws IOException {
    String licence =
        "\n*** END OF THE PROJECT GUTENBERG EBOOK A TITLE ***\n" + text(60, 700) + "\n";
    Library.Book raw = new Library.Book("raw", BEFORE + licence);
    try (Library library = Library.of(folder.resolve("raw"), List.of(raw))) {
      Finding finding = library.only(BEHIND + licence);
      assertEquals(1, finding.passages().size());
      assertEquals(
          "licence or header of the e-book's distributor", finding.passages().get(0).common());
      assertEquals(Grade.LEAD, finding.grade());

      assertNull(library.only(BEFORE).passages().get(0).common());
    }
  }
}
