package dev.bookplate.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinnowerTest {
  /** Words by number, mixed as the fingerprinter mixes them; few words make many ties. */
  private static long[] words(long seed, int count, int vocabulary) {
    Random random = new Random(seed);
    long[] words = new long[count];
    for (int i = 0; i < count; i++) {
      words[i] = ShingleHash.word(random.nextInt(vocabulary) + 1L);
    }
    return words;
  }

  /** The hash of a shingle by its definition, without rolling. */
  private static long hash(long[] words, int at, int shingle) {
    long hash = 0;
    for (int i = at; i < at + shingle; i++) {
      hash = ShingleHash.roll(hash, 0, 0, words[i]);
    }
    return ShingleHash.finish(hash);
  }

  private static long smallest(long[] hashes, int from, int to) {
    long smallest = hashes[from];
    for (int i = from; i < to; i++) {
      smallest = Math.min(smallest, hashes[i]);
    }
    return smallest;
  }

  @ParameterizedTest
  @CsvSource({
    "7, 8, 500, 10000",
    "7, 8, 500, 2",
    "7, 8, 500, 1",
    "1, 1, 50, 20",
    "3, 5, 400, 3",
    "7, 1, 60, 9",
    "2, 16, 300, 4",
    "7, 8, 14, 99",
    "7, 8, 13, 99",
    "7, 8, 7, 99",
    "7, 8, 6, 99",
    "7, 8, 0, 9"
  })
  void everyWindowHasItsSmallestShingleAndNothingElseIsKept(
      int shingle, int window, int count, int vocabulary) {
    for (int seed = 0; seed < 20; seed++) {
      long[] words = words(seed, count, vocabulary);
      Winnower winnower = new Winnower(shingle, window);
      winnower.winnow(words, count);
      long[] hashes = new long[Math.max(0, count - shingle + 1)];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = hash(words, i, shingle);
      }
      check(winnower, hashes, window);
    }
  }

  private static void check(Winnower winnower, long[] hashes, int window) {
    TreeSet<Integer> kept = new TreeSet<>();
    for (int i = 0; i < winnower.count(); i++) {
      int at = winnower.positions()[i];
      assertEquals(hashes[at], winnower.hashes()[i]);
      assertTrue(kept.add(at), "kept twice: " + at);
    }
    TreeSet<Integer> chosen = new TreeSet<>();
    int last = Math.max(hashes.length == 0 ? 0 : 1, hashes.length - window + 1);
    for (int from = 0; from < last; from++) {
      int to = Math.min(hashes.length, from + window);
      long smallest = smallest(hashes, from, to);
      TreeSet<Integer> here = new TreeSet<>(kept.subSet(from, to));
      here.removeIf(at -> hashes[at] != smallest);
      assertTrue(!here.isEmpty(), "no choice in the window at " + from);
      chosen.addAll(here);
    }
    assertEquals(chosen, kept);
  }

  @Test
  void aRunOfEqualShinglesIsNotKeptWhole() {
    Winnower winnower = new Winnower(7, 8);
    winnower.winnow(words(1, 800, 1), 800);
    assertTrue(winnower.count() <= 800 / 8 + 1, "kept " + winnower.count());
  }

  @Test
  void inRandomTextTwoInNineShinglesAreKept() {
    Winnower winnower = new Winnower(7, 8);
    winnower.winnow(words(3, 200_000, 50_000), 200_000);
    assertEquals(2.0 / 9, winnower.count() / 200_000.0, 0.003);
  }

  @Test
  void theNextTextStartsAnew() {
    Winnower used = new Winnower(7, 8);
    used.winnow(words(1, 5000, 100), 5000);
    used.winnow(words(2, 300, 100), 300);
    Winnower fresh = new Winnower(7, 8);
    fresh.winnow(words(2, 300, 100), 300);
    assertEquals(fresh.count(), used.count());
    for (int i = 0; i < fresh.count(); i++) {
      assertEquals(fresh.hashes()[i], used.hashes()[i]);
      assertEquals(fresh.positions()[i], used.positions()[i]);
    }
  }

  @Test
  void sortedItIsInOrderAndHasTheSameFingerprints() {
    Winnower winnower = new Winnower(7, 8);
    winnower.winnow(words(4, 400, 100), 400);
    List<String> before = pairs(winnower);
    winnower.keep(5, 17);
    winnower.keep(6, 3);
    before.add("17 5");
    before.add("3 6");
    winnower.sortByPosition();
    List<String> after = pairs(winnower);
    int[] positions = java.util.Arrays.copyOf(winnower.positions(), winnower.count());
    int[] sorted = positions.clone();
    java.util.Arrays.sort(sorted);
    assertArrayEquals(sorted, positions);
    assertEquals(before.stream().sorted().toList(), after.stream().sorted().toList());
  }

  private static List<String> pairs(Winnower winnower) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < winnower.count(); i++) {
      pairs.add(winnower.positions()[i] + " " + winnower.hashes()[i]);
    }
    return pairs;
  }
}
