package dev.bookplate.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceIndexTest {
  private static final FingerprintSpec SPEC = Shelves.SPEC;

  @TempDir Path folder;

  /** Every edition's id, payload, text and sketch. */
  private static Map<String, String> contents(ReferenceIndex index) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (int i = 0; i < index.maxEdition(); i++) {
      if (index.hasEdition(i)) {
        String payload = new String(index.payload(i), StandardCharsets.UTF_8);
        String sketch = Arrays.toString(index.sketch(i).values());
        assertEquals(null, contents.put(payload, index.text(i) + "\n" + sketch));
      }
    }
    return contents;
  }

  /** Every place of every fingerprint of some texts, by the payloads of the editions. */
  private static Set<String> places(ReferenceIndex index, String... texts) throws IOException {
    TreeSet<String> places = new TreeSet<>();
    Lookup lookup = index.lookup();
    PassageFingerprinter fingerprinter = new PassageFingerprinter(SPEC);
    for (String text : texts) {
      fingerprinter.fingerprint(Utf8Text.of(text));
      long[] hashes = fingerprinter.hashes();
      lookup.find(
          hashes,
          fingerprinter.count(),
          (f, edition, word) -> places.add(hashes[f] + " " + payload(index, edition) + " " + word));
    }
    return places;
  }

  private static String payload(ReferenceIndex index, int edition) {
    try {
      assertTrue(index.hasEdition(edition));
      return new String(index.payload(edition), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The same by brute force over all fingerprints of all entries. */
  private static Set<String> expected(List<ReferenceEntry> entries, String... texts) {
    TreeSet<String> places = new TreeSet<>();
    PassageFingerprinter asked = new PassageFingerprinter(SPEC);
    PassageFingerprinter stored = new PassageFingerprinter(SPEC);
    for (String text : texts) {
      asked.fingerprint(Utf8Text.of(text));
      for (ReferenceEntry entry : entries) {
        stored.fingerprint(entry.text());
        String payload = new String(entry.payload(), StandardCharsets.UTF_8);
        for (int i = 0; i < asked.count(); i++) {
          for (int j = 0; j < stored.count(); j++) {
            if (asked.hashes()[i] == stored.hashes()[j]) {
              places.add(asked.hashes()[i] + " " + payload + " " + stored.positions()[j]);
            }
          }
        }
      }
    }
    return places;
  }

  private static String part(String text, int from, int to) {
    String[] words = text.split("\\s+");
    return String.join(" ", Arrays.copyOfRange(words, from, to));
  }

  @Test
  void whatWentInComesOut() throws IOException {
    String text = "Ein Wörtchen, \uD83D\uDCD6 " + Shelves.text(1, 300);
    try (IndexBuilder builder = IndexBuilder.open(folder, SPEC)) {
      assertEquals(302, builder.add(Shelves.entry("a", text)));
      assertEquals(0, builder.add(Shelves.entry("empty", "")));
      assertEquals(3, builder.add(Shelves.entry("short", "only three words")));
      builder.commit();
    }
    PassageFingerprinter fingerprinter = new PassageFingerprinter(SPEC);
    fingerprinter.fingerprint(Utf8Text.of(text));
    try (ReferenceIndex index = ReferenceIndex.open(folder, SPEC)) {
      assertEquals(3, index.maxEdition());
      assertEquals("payload of a", new String(index.payload(0), StandardCharsets.UTF_8));
      assertEquals(text, index.text(0).toString());
      assertEquals("", index.text(1).toString());
      assertArrayEquals(fingerprinter.sketch().values(), index.sketch(0).values());
      assertEquals(SPEC, index.spec());
      assertEquals(
          Arrays.stream(fingerprinter.hashes(), 0, fingerprinter.count()).distinct().count(),
          index.passageFingerprints());
    }
    ReferenceIndex.verify(folder);
  }

  @Test
  void everyPlaceOfEveryFingerprintIsFoundAndNoOther() throws IOException {
    String one = Shelves.text(1, 3000);
    String two = Shelves.text(2, 2000) + part(one, 100, 400) + " " + part(one, 150, 300);
    List<ReferenceEntry> entries =
        List.of(
            Shelves.entry("one", one),
            Shelves.entry("two", two),
            Shelves.entry("monotone", "tick ".repeat(500)));
    Shelves.add(folder, entries.toArray(ReferenceEntry[]::new));
    String[] texts = {one, part(one, 90, 350), Shelves.text(9, 2000), "tick ".repeat(40)};
    try (ReferenceIndex index = ReferenceIndex.open(folder, SPEC)) {
      Set<String> expected = expected(entries, texts);
      assertTrue(expected.size() > 700, "few places: " + expected.size());
      assertEquals(expected, places(index, texts));
    }
  }

  @Test
  void builtAtOnceOrBookByBookItIsTheSame() throws IOException {
    ReferenceEntry[] entries = new ReferenceEntry[12];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = Shelves.entry("book " + i, Shelves.text(i, 400) + Shelves.text(99, 60));
    }
    Shelves.add(folder.resolve("once"), entries);
    for (int i = entries.length - 1; i >= 0; i--) {
      Shelves.add(folder.resolve("each"), entries[i]);
    }
    String[] texts = {Shelves.text(3, 400), Shelves.text(99, 60)};
    try (ReferenceIndex once = ReferenceIndex.open(folder.resolve("once"), SPEC);
        ReferenceIndex each = ReferenceIndex.open(folder.resolve("each"), SPEC)) {
      assertEquals(contents(once), contents(each));
      assertEquals(places(once, texts), places(each, texts));
      assertEquals(once.passageFingerprints(), each.passageFingerprints());
    }
  }

  @Test
  void anEditionOfTheSameIdReplacesTheOldOne() throws IOException {
    String old = Shelves.text(1, 300);
    String next = Shelves.text(2, 300);
    Shelves.add(folder, Shelves.entry("a", old), Shelves.entry("b", Shelves.text(3, 300)));
    Shelves.add(folder, Shelves.entry("a", next));
    try (ReferenceIndex index = ReferenceIndex.open(folder, SPEC)) {
      assertEquals(2, contents(index).size());
      assertEquals(new TreeSet<>(), places(index, old));
      assertFalse(places(index, next).isEmpty());
    }
    ReferenceIndex.verify(folder);
  }

  @Test
  void whatWasNotCommittedIsNotThere() throws IOException {
    Shelves.add(folder, Shelves.entry("a", Shelves.text(1, 300)));
    try (IndexBuilder builder = IndexBuilder.open(folder, SPEC)) {
      builder.add(Shelves.entry("b", Shelves.text(2, 300)));
    }
    try (ReferenceIndex index = ReferenceIndex.open(folder, SPEC)) {
      assertEquals(1, contents(index).size());
      assertEquals(new TreeSet<>(), places(index, Shelves.text(2, 300)));
    }
    try (IndexBuilder builder = IndexBuilder.open(folder.resolve("new"), SPEC)) {
      builder.add(Shelves.entry("b", Shelves.text(2, 300)));
    }
    assertThrows(
        IndexException.class, () -> ReferenceIndex.open(folder.resolve("new"), SPEC).close());
  }

  @Test
  void openReadersKeepWhatTheyOpenedWhileAnotherCommits() throws IOException {
    Shelves.add(folder, Shelves.entry("a", Shelves.text(1, 300)));
    try (ReferenceIndex before = ReferenceIndex.open(folder, SPEC)) {
      Shelves.add(folder, Shelves.entry("b", Shelves.text(2, 300)));
      assertEquals(1, contents(before).size());
      assertFalse(places(before, Shelves.text(1, 300)).isEmpty());
    }
  }

  @Test
  void onlyTheFilterOfTheLastCommitIsLeft() throws IOException {
    Shelves.add(folder, Shelves.entry("a", Shelves.text(1, 300)));
    Files.writeString(folder.resolve("filter-killed.bin"), "of a commit that was killed");
    Shelves.add(folder, Shelves.entry("b", Shelves.text(2, 300)));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.filter(f -> f.getFileName().toString().startsWith("filter")).count());
    }
  }

  @Test
  void twoCannotWriteAtOnce() throws IOException {
    try (IndexBuilder first = IndexBuilder.open(folder, SPEC)) {
      first.add(Shelves.entry("a", Shelves.text(1, 300)));
      IndexException refused =
          assertThrows(IndexException.class, () -> IndexBuilder.open(folder, SPEC).close());
      assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
      assertTrue(refused.getMessage().contains("being written"), refused.getMessage());
      first.commit();
      refused = assertThrows(IndexException.class, () -> ReferenceIndex.verify(folder));
      assertTrue(refused.getMessage().contains("being written"), refused.getMessage());
    }
    ReferenceIndex.verify(folder);
  }

  @Test
  void anotherSpecIsRefusedByBothSides() throws IOException {
    Shelves.add(folder, Shelves.entry("a", Shelves.text(1, 300)));
    FingerprintSpec other = new FingerprintSpec(SPEC.words(), 7, 9, 128, 32, 1);
    IndexException reading =
        assertThrows(IndexException.class, () -> ReferenceIndex.open(folder, other).close());
    assertTrue(reading.getMessage().contains(SPEC.toString()), reading.getMessage());
    assertTrue(reading.getMessage().contains(other.toString()), reading.getMessage());
    assertThrows(IndexException.class, () -> IndexBuilder.open(folder, other).close());
  }

  @Test
  void aFolderWithoutAnIndexIsRefused() {
    assertThrows(IndexException.class, () -> ReferenceIndex.open(folder, SPEC).close());
    assertThrows(
        IndexException.class, () -> ReferenceIndex.open(folder.resolve("none"), SPEC).close());
    assertThrows(IndexException.class, () -> ReferenceIndex.verify(folder));
    assertThrows(IndexException.class, () -> ReferenceIndex.verify(folder.resolve("none")));
  }
}
