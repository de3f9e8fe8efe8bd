package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How often words were found, beside a plain count of each word. */
class DepthTest {
  private final Depth depth = new Depth();

  private int[] times(int words) {
    int[] times = new int[words];
    int[] last = {0};
    depth.runs(
        words,
        (start, end, n) -> {
          assertEquals(last[0], start);
          Arrays.fill(times, start, end, n);
          last[0] = end;
        });
    assertEquals(words, last[0]);
    return times;
  }

  @Property(tries = 300)
  void isACountOfEachWord(
      @ForAll @IntRange(min = 1, max = 3_000) int words,
      @ForAll @IntRange(max = 400) int stretches,
      @ForAll long seed) {
    Random random = new Random(seed);
    Depth some = new Depth();
    int[] count = new int[words];
    for (int i = 0; i < stretches; i++) {
      int start = random.nextInt(words);
      int end = Math.min(words, start + random.nextInt(1 + words / 5));
      some.add(start, end);
      for (int word = start; word < end; word++) {
        count[word]++;
      }
    }
    int[] times = new int[words];
    some.runs(words, (start, end, n) -> Arrays.fill(times, start, end, n));
    assertArrayEquals(count, times);
    assertEquals(Arrays.stream(count).filter(n -> n > 0).count(), some.union(words));
    assertFiguresAreThoseOf(count, new Occurrence(some, words));
  }

  private static void assertFiguresAreThoseOf(int[] count, Occurrence figures) {
    int words = count.length;
    assertEquals(figures.share(Arrays.stream(count).asLongStream().sum()), figures.meanTimes());
    assertEquals(share(count, 1, 1), figures.shareOnce());
    assertEquals(share(count, 2, 4), figures.shareTwoToFour());
    assertEquals(share(count, 5, Integer.MAX_VALUE), figures.shareFiveOrMore());
    int most = Arrays.stream(count).max().orElse(0);
    assertEquals(most, figures.mostTimes());
    if (most > 0) {
      for (int word = figures.mostStart(); word < figures.mostEnd(); word++) {
        assertEquals(most, count[word]);
      }
      List<String> profile = figures.profile();
      assertEquals(Math.min(Occurrence.BINS, words), profile.size());
      double mean = profile.stream().mapToDouble(Double::parseDouble).average().orElse(0);
      assertEquals(figures.meanTimes(), mean, 0.01 + 2.0 * most * Occurrence.BINS / words);
    }
  }

  private static double share(int[] count, int from, int to) {
    long words = Arrays.stream(count).filter(n -> n >= from && n <= to).count();
    return FindingLines.rounded((double) words / count.length);
  }

  @Test
  void whatLiesBeyondTheEditionIsLeftOut() {
    depth.add(5, 20);
    depth.add(30, 40);
    assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 1, 1}, times(8));
    assertEquals(3, depth.union(8));
  }

  @Test
  void stretchesAFewWordsApartAreOnePassage() {
    depth.add(0, 100);
    depth.add(112, 150);
    depth.add(163, 200);
    depth.add(90, 120);
    Occurrence figures = new Occurrence(depth, 1_000);
    assertEquals(2, figures.stretches());
    assertEquals(150, figures.longestStretch());
    assertEquals(2, figures.mostTimes());
    assertEquals(90, figures.mostStart());
    assertEquals(100, figures.mostEnd());
  }

  @Test
  void nothingHasNoPlace() {
    Occurrence figures = new Occurrence(depth, 0);
    assertNull(figures.mostStart());
    assertEquals(List.of(), figures.profile());
    assertEquals(0, figures.meanTimes());
  }
}
