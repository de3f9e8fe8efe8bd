package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document and a work both quote a third book. */
class SourcesTest {
  private static final String SHARED = "shared-with-unrelated-work";
  private static final String THIRD = text(1, 5000);

  @TempDir Path folder;

  private static String text(int seed, int words) {
    return Prose.plain(new Prose(seed).words(words, 0));
  }

  private static String part(String text, int from, int to) {
    return String.join(" ", List.of(text.split(" ", -1)).subList(from, to));
  }

  private static Library.Book third() {
    return new Library.Book("third", THIRD);
  }

  /** A book that has words 1,000 to {@code 1,000 + words} of the third one, after 2,000 words. */
  private static Library.Book quoting(int words) {
    String quote = part(THIRD, 1000, 1000 + words);
    return new Library.Book("quoting", text(2, 2000) + "\n" + quote + "\n" + text(3, 2000));
  }

  private static String document(String... parts) {
    return text(50, 120) + "\n" + String.join("\n", parts) + "\n" + text(51, 120);
  }

  private static Map<String, Finding> byWork(Library library, String document) throws IOException {
    return library.match(document).stream()
        .collect(Collectors.toMap(f -> f.reference().work().id(), f -> f));
  }

  private Map<String, Finding> find(String document, Library.Book... books) throws IOException {
    try (Library library = Library.of(Files.createTempDirectory(folder, "l"), List.of(books))) {
      return byWork(library, document);
    }
  }

  private static String why(Map<String, Finding> findings, String work) {
    return findings.get(work).passages().get(0).common();
  }

  @Test
  void theWorkThatTheDocumentGoesOnWithIsTheSource() throws IOException {
    Map<String, Finding> findings = find(document(part(THIRD, 960, 1150)), quoting(80), third());

    Finding quoting = findings.get("quoting");
    assertEquals(
        "quotation of Title of third: the document goes on with that work",
        why(findings, "quoting"));
    assertEquals(Grade.LEAD, quoting.grade());
    assertEquals(List.of("weaker", "common-text"), quoting.reasons());
    assertEquals(List.of("third"), quoting.passages().get(0).otherWorks());
    assertNull(why(findings, "third"));
    assertEquals(Grade.STRONG, findings.get("third").grade());
    assertEquals(List.of("run-50"), findings.get("third").reasons());
  }

  @Test
  void aDocumentThatGoesOnWithTheQuotingWorkHoldsThatOne() throws IOException {
    Library.Book quoting = quoting(80);
    Map<String, Finding> findings =
        find(document(part(quoting.text().replace('\n', ' '), 1900, 2200)), quoting, third());

    assertNull(why(findings, "quoting"));
    assertEquals(Grade.STRONG, findings.get("quoting").grade());
    assertEquals(
        "quotation of Title of quoting: the document goes on with that work",
        why(findings, "third"));
  }

  @Test
  void whatElseTheDocumentHasOfTheWorkIsAsGoodAsEver() throws IOException {
    Library.Book quoting = quoting(80);
    Map<String, Finding> findings =
        find(
            document(part(THIRD, 960, 1150), text(60, 100), part(quoting.text(), 100, 300)),
            quoting,
            third());
    List<Passage> passages = findings.get("quoting").passages();
    assertEquals(2, passages.size());
    assertTrue(passages.get(0).common() != null);
    assertNull(passages.get(1).common());
    assertEquals(Grade.STRONG, findings.get("quoting").grade());
  }

  @Test
  void ofTwoThatHoldTheSameNeitherIsTheSource() throws IOException {
    Map<String, Finding> findings = find(document(part(THIRD, 1000, 1080)), quoting(80), third());
    for (String work : List.of("quoting", "third")) {
      assertNull(why(findings, work));
      assertEquals(List.of("run-50", SHARED), findings.get(work).reasons());
    }
    assertEquals(List.of("third"), findings.get("quoting").passages().get(0).otherWorks());
    assertEquals(List.of("quoting"), findings.get("third").passages().get(0).otherWorks());
  }

  @Test
  void theOlderOneIsTheSourceWhereBothYearsAreKnown() throws IOException {
    String document = document(part(THIRD, 1000, 1080));
    Map<String, Finding> findings = find(document, quoting(80).of(1901), third().of(1850));
    assertEquals("quotation of Title of third: the older work (1850)", why(findings, "quoting"));
    assertNull(why(findings, "third"));
    assertEquals(List.of("run-50"), findings.get("third").reasons());

    findings = find(document, quoting(80).of(1850), third().of(1850));
    assertNull(why(findings, "quoting"));
    assertEquals(List.of("run-50", SHARED), findings.get("third").reasons());

    findings = find(document, quoting(80).of(1901), third());
    assertNull(why(findings, "quoting"));
    assertNull(why(findings, "third"));
  }

  @Test
  void threeHundredWordsAreNoQuotation() throws IOException {
    String document = document(part(THIRD, 900, 1500));
    assertTrue(why(find(document, quoting(290), third()), "quoting") != null);
    Map<String, Finding> findings = find(document, quoting(310), third());
    assertNull(why(findings, "quoting"));
    assertEquals(List.of("run-50", SHARED), findings.get("quoting").reasons());
  }

  @Test
  void relatedWorksExplainNothingOfEachOther() throws IOException {
    // the whole poem stands in the book: they are related, whoever wrote them
    Library.Book poem = new Library.Book("poem", part(THIRD, 1000, 1200)).of(1900);
    Map<String, Finding> findings = find(document(part(THIRD, 900, 1400)), poem, third().of(1800));
    assertNull(why(findings, "poem"));
    assertEquals(Extent.WHOLE, findings.get("poem").extent());
    assertEquals(List.of("run-50", "short-work"), findings.get("poem").reasons());
    assertEquals(List.of("third"), findings.get("poem").passages().get(0).otherWorks());
  }

  @Test
  void aWholeBookInAnOmnibusBesideItsSingleEdition() throws IOException {
    String novel = text(20, 3000);
    Library.Book single = new Library.Book("single", novel);
    Library.Book omnibus =
        new Library.Book("omnibus", text(21, 3000) + "\n" + novel + "\n" + text(22, 3000));
    Map<String, Finding> findings = find(omnibus.text(), single, omnibus);
    assertEquals(Extent.WHOLE, findings.get("single").extent());
    assertEquals(Extent.WHOLE, findings.get("omnibus").extent());
    assertEquals(Grade.STRONG, findings.get("single").grade());
    assertEquals(List.of("omnibus"), findings.get("single").passages().get(0).otherWorks());

    findings = find(novel, single, omnibus);
    assertEquals(Extent.WHOLE, findings.get("single").extent());
    assertEquals(Extent.PART, findings.get("omnibus").extent());
    assertEquals(List.of("run-50"), findings.get("omnibus").reasons());
  }

  @Test
  void oneWorkInTwoCataloguesIsNotAnother() throws IOException {
    String novel = text(20, 3000);
    Library.Book single = new Library.Book("single", novel);
    Library.Book copy = new Library.Book("single", "someone else", "other-file", novel + " end");
    Library.Book collected = new Library.Book("collected", novel + "\n" + text(21, 2000));
    try (Library library =
        Library.ofMany(folder, List.of(List.of(single), List.of(copy), List.of(collected)))) {
      List<Finding> findings = library.match(part(novel, 100, 300));
      assertEquals(3, findings.size());
      for (Finding finding : findings) {
        boolean isSingle = finding.reference().work().id().equals("single");
        assertEquals(
            List.of(isSingle ? "collected" : "single"), finding.passages().get(0).otherWorks());
        // related across catalogues
        assertEquals(List.of("run-50"), finding.reasons());
      }
    }
  }

  /**
   * Whatever the quotation's length and place, and however the catalogue was built: the rule
   * decides as it is told, and no passage is another one for it.
   */
  @Property(tries = 40, seed = "17")
  void theRuleHoldsForQuotationsOfAllSizes(
      @ForAll @IntRange(min = 30, max = 400) int quoted,
      @ForAll @IntRange(min = 0, max = 90) int before,
      @ForAll @IntRange(min = 0, max = 90) int behind)
      throws IOException {
    Library.Book quoting = quoting(quoted);
    String document = document(part(THIRD, 1000 - before, 1000 + quoted + behind));
    Path place = Files.createTempDirectory("sources");
    try (Library one = Library.of(place.resolve("1"), List.of(quoting, third()));
        Library other = Library.oneByOne(place.resolve("2"), List.of(third(), quoting));
        Library alone = Library.of(place.resolve("3"), List.of(quoting))) {
      Map<String, Finding> findings = byWork(one, document);
      assertEquals(findings, byWork(other, document));
      Passage passage = findings.get("quoting").passages().get(0);
      assertEquals(alone.only(document).passages().get(0), passage.with(null, List.of()));
      assertNull(why(findings, "third"));
      // chance makes alignments some words longer
      if (before + behind >= 30 && quoted <= 290) {
        assertTrue(passage.common().startsWith("quotation of "), passage.toString());
      } else if (before + behind <= 20 || quoted >= 300) {
        assertNull(passage.common());
        assertTrue(findings.get("quoting").reasons().contains(SHARED), findings.toString());
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
