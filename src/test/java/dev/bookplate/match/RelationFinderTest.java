package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Prose;
import dev.bookplate.index.ReferenceIndex;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationFinderTest {
  @TempDir Path folder;

  private static String text(int seed, int words) {
    return Prose.plain(new Prose(seed).words(words, 0));
  }

  private static Library.Book book(String work, String... texts) {
    return new Library.Book(work, String.join("\n", texts));
  }

  private static String part(String text, int from, int to) {
    return String.join(" ", List.of(text.split(" ", -1)).subList(from, to));
  }

  private List<Relation> relations(List<Library.Book> books) throws IOException {
    Path place = folder.resolve("at-once-" + books.hashCode());
    Library.build(place, books);
    return read(place);
  }

  private static List<Relation> read(Path place) throws IOException {
    try (ReferenceIndex index = ReferenceIndex.open(place, FingerprintSpec.STANDARD)) {
      List<Relation> stored = Relation.fromBytes(index.attachment());
      assertEquals(RelationFinder.within(index), stored);
      return stored;
    }
  }

  private static Set<String> told(List<Relation> relations) {
    return relations.stream()
        .map(r -> r.smaller().work() + " " + r.kind().label() + " " + r.larger().work())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Another edition: one word in so many is another. */
  private static String edited(String text, int every) {
    String[] words = text.split(" ", -1);
    for (int i = every / 2; i < words.length; i += every) {
      words[i] = "emended" + i;
    }
    return String.join(" ", words);
  }

  @Test
  void editionsOmnibusesExcerptsAndOverlapsAreToldApart() throws IOException {
    String novel = text(1, 9500);
    String other = text(2, 4000);
    List<Relation> relations =
        relations(
            List.of(
                book("novel", novel),
                book("second", edited(novel, 60)),
                book("excerpt", part(novel, 3000, 3400)),
                book("omnibus", other, novel, text(3, 9000)),
                book("other", other),
                book("third", part(other, 0, 1200), text(4, 2800)),
                book("tenth", part(other, 3000, 3400), text(5, 3600)),
                book("stranger", text(6, 9500))));

    assertEquals(
        Set.of(
            "second edition novel",
            "excerpt part novel",
            "excerpt part second",
            "excerpt part omnibus",
            "novel part omnibus",
            "second part omnibus",
            "other part omnibus",
            "third overlap other",
            "third overlap omnibus"),
        told(relations));
    assertEquals(1, Relation.clusters(relations));
    Relation whole =
        relations.stream()
            .filter(r -> r.smaller().work().equals("novel") && r.kind() == Relation.Kind.PART)
            .findFirst()
            .orElseThrow();
    assertTrue(whole.shared() > 0.99 * whole.smaller().fingerprints(), whole.toString());
    assertEquals(128, whole.sketch());
    // 9,500 of 22,500 words: 54 of 128 are to be expected, and 5.6 is the standard deviation
    assertEquals(54, whole.agreeing(), 20, whole.toString());
  }

  @Test
  void aLicenceThatTwoShortBooksShareDoesNotRelateThem() throws IOException {
    String licence =
        "\n*** END OF THE PROJECT GUTENBERG EBOOK A TITLE ***\n" + text(60, 2500) + "\n";
    assertEquals(
        List.of(),
        relations(List.of(book("a", text(1, 900), licence), book("b", text(2, 900), licence))));
    assertEquals(
        Set.of("clean edition raw"),
        told(relations(List.of(book("raw", text(1, 901), licence), book("clean", text(1, 900))))));
  }

  @Test
  void nothingIsRelatedInACatalogueOfOneOrOfNone() throws IOException {
    assertEquals(List.of(), relations(List.of(book("one", text(1, 500)))));
    assertEquals(List.of(), relations(List.of()));
    assertEquals(0, Relation.clusters(List.of()));
  }

  /** Books of which some share parts of all sizes; large enough for the sample, and small ones. */
  private static List<Library.Book> mixed(long seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      StringBuilder text = new StringBuilder();
      int own = random.nextInt(3) == 0 ? 30 + random.nextInt(800) : 9000 + random.nextInt(6000);
      text.append(text(random.nextInt(), own));
      for (int j = random.nextInt(3); j > 0 && !texts.isEmpty(); j--) {
        String[] other = texts.get(random.nextInt(texts.size())).split("\\s", -1);
        int from = random.nextInt(other.length);
        int to = from + 1 + random.nextInt(other.length - from);
        text.append('\n').append(String.join(" ", Arrays.asList(other).subList(from, to)));
      }
      texts.add(text.toString());
    }
    List<Library.Book> books = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      books.add(book("work " + i, texts.get(i)));
    }
    return books;
  }

  /** Every pair, with all of its fingerprints. */
  private static List<String> bruteForce(List<Library.Book> books) {
    PassageFingerprinter fingerprinter = new PassageFingerprinter(FingerprintSpec.STANDARD);
    TreeMap<String, Set<Long>> prints = new TreeMap<>();
    for (Library.Book book : books) {
      fingerprinter.fingerprint(Utf8Text.of(book.text()));
      Set<Long> all = new HashSet<>();
      for (int i = 0; i < fingerprinter.count(); i++) {
        all.add(fingerprinter.hashes()[i]);
      }
      prints.put(book.work(), all);
    }
    List<String> related = new ArrayList<>();
    for (String a : prints.keySet()) {
      for (String b : prints.tailMap(a, false).keySet()) {
        Set<Long> shared = new HashSet<>(prints.get(a));
        shared.retainAll(prints.get(b));
        int smaller = Math.min(prints.get(a).size(), prints.get(b).size());
        if (shared.size() > 0.2 * smaller) {
          related.add(a + " " + b + " " + shared.size() + " " + smaller);
        }
      }
    }
    return related;
  }

  private static List<String> counted(List<Relation> relations) {
    return relations.stream()
        .map(
            r -> {
              TreeSet<String> works = new TreeSet<>(List.of(r.larger().work(), r.smaller().work()));
              return String.join(" ", works) + " " + r.shared() + " " + r.smaller().fingerprints();
            })
        .sorted()
        .toList();
  }

  @Test
  void asManyAsAllFingerprintsOfAllPairsTell() throws IOException {
    int related = 0;
    for (int seed = 0; seed < 6; seed++) {
      List<Library.Book> books = mixed(seed);
      List<String> expected = bruteForce(books).stream().sorted().toList();
      assertEquals(expected, counted(relations(books)));
      related += expected.size();
    }
    assertTrue(related > 30, related + " related pairs are too few to show anything");
  }

  @Test
  void theSameAtOnceAndBookByBookInAnyOrder() throws IOException {
    List<Library.Book> books = mixed(3);
    List<Relation> atOnce = relations(books);
    Library.oneByOne(folder.resolve("one by one"), books).close();
    assertEquals(atOnce, read(folder.resolve("one by one")));
    List<Library.Book> shuffled = new ArrayList<>(books);
    Collections.shuffle(shuffled, new Random(1));
    Library.build(folder.resolve("halves"), shuffled.subList(0, 7));
    Library.build(folder.resolve("halves"), shuffled.subList(5, 14)); // two of them again
    assertEquals(atOnce, read(folder.resolve("halves")));
  }

  @Test
  void betweenCatalogues() throws IOException {
    String novel = text(1, 9500);
    Library.build(folder.resolve("0"), List.of(book("novel", novel), book("a", text(2, 900))));
    Library.build(folder.resolve("1"), List.of());
    Library.build(
        folder.resolve("2"),
        List.of(
            book("excerpt", part(novel, 100, 300)),
            book("b", text(3, 900)),
            book("novel", novel),
            book("c", part(text(3, 900), 0, 500))));
    List<ReferenceIndex> open = new ArrayList<>();
    for (String name : List.of("0", "1", "2")) {
      open.add(ReferenceIndex.open(folder.resolve(name), FingerprintSpec.STANDARD));
    }
    List<RelationFinder.Found> found = RelationFinder.across(open);
    // not what is related within the last one
    assertEquals(
        Set.of("excerpt part novel", "novel edition novel"),
        told(found.stream().map(RelationFinder.Found::relation).toList()));
    found.forEach(f -> assertTrue(f.a() < 2 && f.b() >= 2, f.toString()));
    for (ReferenceIndex index : open) {
      index.close();
    }
  }

  @Test
  void relationsAreReadAsTheyWereWritten() throws IOException {
    Relation.Side side = new Relation.Side("a \"work\"\n", "e1", 100);
    Relation relation = Relation.of(side, new Relation.Side("Ä", "e0", 100), 30, 12, 128);
    assertEquals("e0", relation.larger().edition());
    assertEquals(List.of(relation), Relation.fromBytes(Relation.toBytes(List.of(relation))));
    byte[] cut = "{\"larger\":{".getBytes(StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> Relation.fromBytes(cut));
  }
}
