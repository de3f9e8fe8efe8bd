package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.fingerprint.Prose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works of which only fingerprints are held, beside each other and beside works with text. */
class EstimatedMatchTest {
  private static final FingerprintKey KEY =
      FingerprintKey.parse("bookplate-key/1 " + "5a".repeat(32)).orElseThrow();
  private static final String SHARED = text(60, 120);
  private static final String DOCUMENT = text(50, 90) + "\n" + SHARED + "\n" + text(51, 90);

  @TempDir Path folder;

  private static String text(int seed, int words) {
    return Prose.plain(new Prose(seed).words(words, 0));
  }

  /** A book of its own words around the stretch that all of these books have. */
  private static Library.Book book(String work, int seed) {
    String text = text(seed, 600) + "\n" + SHARED + "\n" + text(seed + 1, 600);
    return new Library.Book(work, "Author " + (char) ('A' + seed), work + "-1", text);
  }

  private Map<String, Finding> find(
      String document, List<Library.Book> whole, List<Library.Book> textFree) throws IOException {
    try (Library library = Library.of(folder, whole, KEY, textFree)) {
      return library.match(document).stream()
          .collect(Collectors.toMap(f -> f.reference().work().id(), f -> f));
    }
  }

  private static Passage only(Finding finding) {
    assertEquals(1, finding.passages().size());
    return finding.passages().get(0);
  }

  @Test
  void twoThatShareAPassageAreBothNamedAndNeitherExplainsTheOther() throws IOException {
    // of two with text the older one would be the source
    List<Library.Book> both = List.of(book("old", 10).of(1850), book("new", 20).of(1950));
    Map<String, Finding> findings = find(DOCUMENT, List.of(), both);

    for (String work : List.of("old", "new")) {
      Finding finding = findings.get(work);
      assertEquals(Grade.MODERATE, finding.grade());
      assertEquals(List.of("estimated-3-fingerprints-over-25-words"), finding.reasons());
      assertTrue(only(finding).isEstimate());
      assertNull(only(finding).common());
      assertEquals(List.of(work.equals("old") ? "new" : "old"), only(finding).otherWorks());
    }
  }

  @Test
  void besideAWorkWithTextNeitherExplainsTheOther() throws IOException {
    for (String withText : List.of("old", "new")) {
      Library.Book old = book("old", 10).of(1850);
      Library.Book young = book("new", 20).of(1950);
      boolean isOld = withText.equals("old");
      Path own = folder.resolve(withText);
      try (Library library =
          Library.of(own, List.of(isOld ? old : young), KEY, List.of(isOld ? young : old))) {
        for (Finding finding : library.match(DOCUMENT)) {
          boolean isAligned = finding.reference().work().id().equals(withText);
          assertEquals(!isAligned, only(finding).isEstimate());
          assertEquals(isAligned ? Grade.STRONG : Grade.MODERATE, finding.grade());
          assertEquals(1, finding.reasons().size(), finding.reasons().toString());
          assertNull(only(finding).common());
          assertEquals(1, only(finding).otherWorks().size());
        }
      }
    }
  }

  @Test
  void theDocumentMayGoOnWithEither() throws IOException {
    Library.Book longer = new Library.Book("longer", text(30, 1500));
    String quote = Prose.plain(new Prose(30).words(1500, 0).subList(500, 600));
    Library.Book quoting =
        new Library.Book("quoting", text(40, 700) + "\n" + quote + "\n" + text(41, 700));
    String goesOn = Prose.plain(new Prose(30).words(1500, 0).subList(400, 800));
    Map<String, Finding> findings = find(goesOn, List.of(longer), List.of(quoting));

    assertNull(only(findings.get("quoting")).common());
    assertEquals(List.of("longer"), only(findings.get("quoting")).otherWorks());
    assertEquals(List.of("run-50"), findings.get("longer").reasons());
  }

  @Test
  void whatStandsInWorksOfFiveAuthorsIsCommon() throws IOException {
    List<Library.Book> five = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      five.add(book("work " + i, 2 * i));
    }
    Map<String, Finding> findings = find(DOCUMENT, five.subList(0, 2), five.subList(2, 5));

    assertEquals(5, findings.size());
    for (Finding finding : findings.values()) {
      assertEquals("stands in works of 5 unrelated authors", only(finding).common());
      assertEquals(Grade.LEAD, finding.grade());
      assertTrue(finding.reasons().contains("common-text"));
    }
  }
}
