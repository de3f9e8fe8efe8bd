package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.fingerprint.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributionTest {
  private static final String SHARED = text(99, 80);

  @TempDir Path folder;

  private static String text(int seed, int words) {
    return Prose.plain(new Prose(seed).words(words, 0));
  }

  /** A book of its own words around the stretch that all of these books have. */
  private static Library.Book book(int number, String author) {
    String text = text(number, 500) + "\n" + SHARED + "\n" + text(number + 50, 500);
    return new Library.Book("work " + number, author, "e" + number, text);
  }

  private Library library(Library.Book... books) throws IOException {
    return Library.of(folder.resolve("l" + books.length + books[0].edition()), List.of(books));
  }

  private static Map<String, Finding> byWork(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.toMap(f -> f.reference().work().id(), f -> f, (a, b) -> a, TreeMap::new));
  }

  @Test
  void ofTwoEditionsTheOneThatExplainsMoreIsTheFinding() throws IOException {
    String whole = text(1, 1000);
    String cut = whole.substring(0, whole.length() / 2);
    for (boolean first : new boolean[] {true, false}) {
      Library.Book full = new Library.Book("work", "A", first ? "a" : "z", whole);
      Library.Book part = new Library.Book("work", "A", "m", cut);
      try (Library library = Library.of(folder.resolve("e" + first), List.of(full, part))) {
        Finding finding = library.only(whole);
        assertEquals(full.edition(), finding.reference().edition().id());
        assertEquals(Extent.WHOLE, finding.extent());
        assertEquals(List.of(), finding.passages().get(0).otherWorks());
      }
    }
  }

  @Test
  void ofTwoEqualEditionsTheFirstIdIsTheFindingWhateverWasAddedFirst() throws IOException {
    Library.Book a = new Library.Book("work", "A", "a", text(1, 500));
    Library.Book b = new Library.Book("work", "A", "b", text(1, 500));
    try (Library one = Library.of(folder.resolve("ab"), List.of(a, b));
        Library other = Library.of(folder.resolve("ba"), List.of(b, a))) {
      assertEquals("a", one.only(text(1, 500)).reference().edition().id());
      assertEquals("a", other.only(text(1, 500)).reference().edition().id());
    }
  }

  @Test
  void worksThatHoldTheSameTextAreAllNamed() throws IOException {
    try (Library library = library(book(1, "Ann"), book(2, "Bea"), book(3, "Cy"))) {
      Map<String, Finding> findings = byWork(library.match(SHARED));
      assertEquals(3, findings.size());
      Passage passage = findings.get("work 2").passages().get(0);
      assertEquals(List.of("work 1", "work 3"), passage.otherWorks());
      assertNull(passage.common());
      assertEquals(Grade.STRONG, findings.get("work 2").grade());
    }
  }

  @Test
  void textOfFiveAuthorsIsCommonAndProvesNothing() throws IOException {
    Library.Book[] books = {
      book(1, "Ann"), book(2, "Bea"), book(3, "Cy"), book(4, "Di"), book(5, "Ed")
    };
    try (Library library = library(books)) {
      List<Finding> findings = library.match(SHARED);
      assertEquals(5, findings.size());
      for (Finding finding : findings) {
        assertNotNull(finding.passages().get(0).common());
        assertEquals(4, finding.passages().get(0).otherWorks().size());
        assertEquals(Grade.LEAD, finding.grade());
        assertEquals(List.of("weaker", "common-text"), finding.reasons());
        assertEquals(Extent.QUOTATION, finding.extent());
      }
      // but what else one of them has is as good as ever
      String own = text(1, 400);
      Finding mixed =
          byWork(library.match(own + "\n" + text(77, 90) + "\n" + SHARED)).get("work 1");
      assertEquals(2, mixed.passages().size());
      assertEquals(Grade.STRONG, mixed.grade());
    }
  }

  @Test
  void fourAuthorsOrOneAuthorWithManyWorksDoNotMakeItCommon() throws IOException {
    Library.Book[] four = {book(1, "Ann"), book(2, "Bea"), book(3, "Cy"), book(4, "Di")};
    try (Library library = library(four)) {
      library.match(SHARED).forEach(f -> assertEquals(Grade.STRONG, f.grade()));
    }
    Library.Book[] one = {
      book(6, "Jane Doe"),
      book(7, "jane doe"),
      book(8, "JANE  DOE."),
      book(9, "Jane Doe"),
      book(10, "Jane Doe"),
      book(11, "Jane Doe")
    };
    try (Library library = library(one)) {
      library.match(SHARED).forEach(f -> assertEquals(Grade.STRONG, f.grade()));
    }
  }

  @Test
  void worksWithoutAnAuthorDoNotCountAsAuthors() throws IOException {
    Library.Book[] books = {
      book(1, ""), book(2, ""), book(3, ""), book(4, ""), book(5, ""), book(6, "")
    };
    try (Library library = library(books)) {
      library.match(SHARED).forEach(f -> assertEquals(Grade.STRONG, f.grade()));
    }
  }

  /** Passages without what other works say about them. */
  private static Map<String, List<Passage>> alone(Library library, String text) throws IOException {
    Map<String, List<Passage>> passages = library.passages(text);
    passages.replaceAll((work, list) -> list.stream().map(p -> p.with(null, List.of())).toList());
    return passages;
  }

  @Test
  void whatElseIsCataloguedAndInWhichOrderChangesNoPassage() throws IOException {
    List<Library.Book> books = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      books.add(book(i, "author " + i % 3));
    }
    books.add(new Library.Book("work 3", "author 0", "e3-second", books.get(3).text() + SHARED));
    List<Library.Book> shuffled = new ArrayList<>(books);
    Collections.shuffle(shuffled, new Random(2));
    List<String> words = new Prose(1).words(400, 0);
    String mangled = new Mangled(words, 7).text() + "\n" + SHARED + "\n" + text(52, 200);
    try (Library one = Library.of(folder.resolve("one"), books);
        Library other = Library.of(folder.resolve("other"), shuffled);
        Library few = Library.of(folder.resolve("few"), List.of(books.get(1)))) {
      assertEquals(one.match(mangled), other.match(mangled));
      Map<String, List<Passage>> all = alone(one, mangled);
      assertEquals(12, all.size());
      assertEquals(all.get("work 1"), alone(few, mangled).get("work 1"));
    }
  }

  @Test
  void findingsComeByWork() throws IOException {
    try (Library library = library(book(3, "Cy"), book(1, "Ann"), book(2, "Bea"))) {
      List<String> works =
          library.match(SHARED).stream().map(f -> f.reference().work().id()).toList();
      assertEquals(List.of("work 1", "work 2", "work 3"), works);
      Edition edition = library.match(SHARED).get(0).reference().edition();
      assertTrue(edition.words() > 1000);
    }
  }

  /** Books of five authors that have the stretch, and one that has all of them whole. */
  private static List<Library.Book> anthology(int authors) {
    List<Library.Book> books = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= authors; i++) {
      books.add(book(i, "Author Number" + (char) ('a' + i)));
      all.append(books.get(i - 1).text()).append('\n');
    }
    books.add(new Library.Book("all of them", "Ed Itor", "e0", all.toString()));
    return books;
  }

  @Test
  void anAnthologyStandsNeitherForItsPartsNorBesideThem() throws IOException {
    try (Library four = Library.of(folder.resolve("a4"), anthology(4));
        Library five = Library.of(folder.resolve("a5"), anthology(5))) {
      assertEquals(5, four.match(SHARED).size());
      four.match(SHARED).forEach(f -> assertNull(f.passages().get(0).common()));
      assertEquals(6, five.match(SHARED).size());
      five.match(SHARED)
          .forEach(
              f ->
                  assertEquals(
                      "stands in works of 5 unrelated authors", f.passages().get(0).common()));
    }
  }

  @Test
  void editionsOfOneTextUnderManyNamesAreOne() throws IOException {
    List<Library.Book> books = new ArrayList<>();
    String text = book(1, "").text();
    for (int i = 0; i < 7; i++) {
      String author = "Pen Name" + (char) ('a' + i);
      books.add(new Library.Book("work " + i, author, "e" + i, text + "\n" + text(80 + i, 30)));
    }
    try (Library library = Library.of(folder, books)) {
      List<Finding> findings = library.match(SHARED);
      assertEquals(7, findings.size());
      for (Finding finding : findings) {
        assertEquals(List.of("run-50"), finding.reasons());
        assertEquals(6, finding.passages().get(0).otherWorks().size());
      }
    }
  }

  @Test
  void oneAuthorWrittenInManyWaysIsOne() throws IOException {
    Library.Book[] books = {
      book(1, "Charles Dickens"),
      book(2, "Dickens, Charles"),
      book(3, "Dickens, Charles, 1812-1870"),
      book(4, "DICKENS, CHARLES"),
      book(5, "Wilkie Collins"),
      book(6, "Collins, Wilkie"),
      book(7, "Anonymous"),
      book(8, "unknown")
    };
    try (Library library = library(books)) {
      library.match(SHARED).forEach(f -> assertNull(f.passages().get(0).common()));
    }
  }

  @Test
  void commitsAndOrderChangeNoFinding() throws IOException {
    List<Library.Book> books = anthology(6);
    List<Library.Book> turned = new ArrayList<>(books);
    Collections.reverse(turned);
    String document = books.get(2).text() + "\n" + SHARED;
    try (Library atOnce = Library.of(folder.resolve("1"), books);
        Library oneByOne = Library.oneByOne(folder.resolve("2"), books);
        Library reversed = Library.oneByOne(folder.resolve("3"), turned)) {
      assertEquals(atOnce.match(document), oneByOne.match(document));
      assertEquals(atOnce.match(document), reversed.match(document));
    }
  }

  /**
   * However many authors' books have the stretch, with other books of theirs, or with editions of
   * theirs under other names.
   */
  @Property(tries = 25, seed = "5")
  void fiveUnrelatedAuthorsAndNotFewer(
      @ForAll @IntRange(min = 2, max = 7) int authors, @ForAll Random random) throws IOException {
    List<Library.Book> books = new ArrayList<>();
    for (int i = 0; i < authors; i++) {
      Library.Book first = book(i, "Author Number" + (char) ('a' + i));
      books.add(first);
      boolean sameName = random.nextBoolean();
      for (int j = random.nextInt(3); j > 0; j--) {
        String author = sameName ? first.author() : "Pen Name" + (char) ('a' + i) + j;
        String id = i + " again " + j;
        // another book of the author's, or the same book under another name
        String text = sameName ? book(100 + 10 * i + j, "").text() : first.text() + " end " + j;
        books.add(new Library.Book("work " + id, author, "e" + id, text));
      }
    }
    Collections.shuffle(books, random);
    Path place = Files.createTempDirectory("authors");
    try (Library library = Library.of(place, books)) {
      List<Finding> findings = library.match(SHARED);
      assertEquals(books.size(), findings.size());
      for (Finding finding : findings) {
        Passage passage = finding.passages().get(0);
        assertEquals(books.size() - 1, passage.otherWorks().size());
        assertEquals(
            authors < 5 ? null : "stands in works of " + authors + " unrelated authors",
            passage.common());
      }
    } finally {
      try (var files = Files.walk(place)) {
        for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
