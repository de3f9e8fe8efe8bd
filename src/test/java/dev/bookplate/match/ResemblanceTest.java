package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Prose;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a finding says of a copy beside its passages, held against plain sets of shingles. */
class ResemblanceTest {
  private static final int SHINGLE = FingerprintSpec.STANDARD.shingle();

  @TempDir Path folder;
  private final List<String> book = new Prose(3).words(4_000, 0);

  private static Set<List<String>> shingles(List<String> words) {
    Set<List<String>> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(words.subList(i, i + SHINGLE));
    }
    return shingles;
  }

  private static List<String> changed(List<String> words, int oneIn, long seed) {
    Random random = new Random(seed);
    List<String> changed = new ArrayList<>(words);
    for (int i = 0; i < changed.size(); i++) {
      if (random.nextInt(oneIn) == 0) {
        changed.set(i, "zzz");
      }
    }
    return changed;
  }

  private static Map<String, String> detail(Finding.Evidence evidence) {
    Map<String, String> detail = new LinkedHashMap<>();
    evidence.detail().forEach(fact -> detail.put(fact.name(), fact.value()));
    return detail;
  }

  private static List<Resemblance> resemblances(Finding finding) {
    return finding.evidence().stream()
        .map(evidence -> Resemblance.of(detail(evidence)))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<OtherEdition> others(Finding finding) {
    return finding.evidence().stream()
        .map(evidence -> OtherEdition.of(detail(evidence)))
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void theSketchesEstimateWhatPlainSetsAre() throws Exception {
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      for (int oneIn : new int[] {15, 40, 120, 1_000}) {
        List<String> words = changed(book, oneIn, oneIn);
        words.addAll(new Prose(77).words(900, 0));
        Finding finding = library.only(Prose.plain(words));
        Resemblance found = resemblances(finding).get(0);
        Set<List<String>> document = shingles(words);
        Set<List<String>> edition = shingles(book);
        assertEquals(document.size(), found.documentShingles());
        assertEquals(edition.size(), found.editionShingles());
        Set<List<String>> both = new HashSet<>(document);
        both.retainAll(edition);
        double exact = (double) both.size() / (document.size() + edition.size() - both.size());
        double error = Math.sqrt(exact * (1 - exact) / found.values());
        assertEquals(exact, (double) found.agreeing() / found.values(), 4 * error, "1 in " + oneIn);
      }
    }
  }

  @Test
  void theSketchOutlivesTheText() throws Exception {
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      String text = Prose.plain(changed(book, 100, 1));
      Resemblance found = resemblances(library.only(text)).get(0);
      PassageFingerprinter fingerprinter = new PassageFingerprinter(FingerprintSpec.STANDARD);
      fingerprinter.fingerprint(Utf8Text.of(text));
      long[] values = new long[128];
      ByteBuffer.wrap(Base64.getDecoder().decode(found.sketch())).asLongBuffer().get(values);
      assertEquals(1.0, fingerprinter.sketch().resemblance(MinHash.of(values)));
    }
  }

  @Test
  void onlyACopyHasOneAndItIsCalledAnEstimate() throws Exception {
    try (Library library =
        Library.of(folder, List.of(new Library.Book("work", Prose.plain(book))))) {
      assertEquals(List.of(), resemblances(library.only(Prose.plain(book.subList(1_000, 2_500)))));
      Finding copy = library.only(Prose.plain(book.subList(1_000, 3_500)));
      assertEquals(Extent.MOST, copy.extent());
      assertEquals(
          List.of("aligned", "estimated"),
          copy.evidence().stream().map(Finding.Evidence::basis).toList());
      assertNull(Resemblance.of(Map.of("seeds", "3")));
    }
  }

  @Test
  void whatAnotherEditionHasOfTheDocumentIsKept() throws Exception {
    // the second edition begins with a preface, and has another word here and there
    List<String> second = new ArrayList<>(new Prose(8).words(500, 0));
    second.addAll(changed(book, 60, 9));
    try (Library library =
        Library.of(
            folder,
            List.of(
                new Library.Book("work", "author", "e1", Prose.plain(book)),
                new Library.Book("work", "author", "e2", Prose.plain(second))))) {
      Finding chunk = library.only(Prose.plain(second.subList(1_500, 2_300)));
      assertEquals("e2", chunk.reference().edition().id());
      OtherEdition other = others(chunk).get(0);
      assertEquals("e1", other.edition());
      assertEquals(List.of(), other.commonWords());
      assertTrue(other.words().get(0).start() >= 1_000);
      assertTrue(other.words().get(other.words().size() - 1).end() <= 1_800);
      int words = other.words().stream().mapToInt(Span::length).sum();
      assertTrue(words > 740 && words < 800, () -> words + " words");
      assertEquals(other, OtherEdition.of(detail(other.evidence())));
      assertEquals(List.of(), others(library.only(Prose.plain(second.subList(0, 300)))));
    }
  }

  @Test
  void commonTextIsCommonInTheOtherEditionToo() throws Exception {
    List<String> second = changed(book, 60, 9);
    List<String> known = book.subList(200, 400);
    try (Library library =
        Library.of(
            folder,
            List.of(
                new Library.Book("work", "author", "e1", Prose.plain(book)),
                new Library.Book("work", "author", "e2", Prose.plain(second))),
            List.of(new Library.Book("known", Prose.plain(known))))) {
      OtherEdition other = others(library.only(Prose.plain(book.subList(220, 380)))).get(0);
      assertEquals(List.of(), other.words());
      assertTrue(other.commonWords().stream().mapToInt(Span::length).sum() > 140);
    }
  }
}
