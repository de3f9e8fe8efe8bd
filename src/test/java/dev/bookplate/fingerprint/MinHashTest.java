package dev.bookplate.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinHashTest {
  private static final FingerprintSpec SPEC = FingerprintSpec.STANDARD;

  /** Words without end, so that shingles are distinct. */
  private static long[] words(long seed, int count) {
    return new Random(seed).longs(count).toArray();
  }

  /** The first text with a stretch replaced by other words. */
  private static long[] changed(long[] words, int from, int to, long seed) {
    long[] other = words.clone();
    System.arraycopy(words(seed, to - from), 0, other, from, to - from);
    return other;
  }

  private static Set<Long> shingles(long[] words) {
    Set<Long> shingles = new HashSet<>();
    for (int i = 0; i + SPEC.shingle() <= words.length; i++) {
      long hash = 0;
      for (int j = i; j < i + SPEC.shingle(); j++) {
        hash = hash * 31 + words[j];
      }
      shingles.add(hash);
    }
    return shingles;
  }

  private static double jaccard(long[] one, long[] other) {
    Set<Long> both = shingles(one);
    both.retainAll(shingles(other));
    Set<Long> either = shingles(one);
    either.addAll(shingles(other));
    return (double) both.size() / either.size();
  }

  private static MinHash sketch(long[] words) {
    return MinHash.of(SPEC, words, words.length);
  }

  private static double independent(long[] one, long[] other) {
    SimilarityHashPolicy policy = SimilarityHashing.superMinHash(1024, 8);
    byte[] a =
        policy.createHasher().compute(ElementHashProvider.ofCollection(shingles(one), x -> x));
    byte[] b =
        policy.createHasher().compute(ElementHashProvider.ofCollection(shingles(other), x -> x));
    double equal = policy.getNumberOfEqualComponents(a, b) / 1024.0;
    // of the rest one in 256 agrees by chance
    return (equal - 1.0 / 256) / (1 - 1.0 / 256);
  }

  @Test
  void theEstimateIsAsFarOffAsTheBinomialAllowsAndNoMore() {
    double squares = 0;
    double expected = 0;
    double sum = 0;
    int trials = 0;
    for (int changedWords : new int[] {20, 100, 300, 600, 900}) {
      for (int seed = 0; seed < 40; seed++) {
        long[] one = words(1000 + seed, 1000);
        long[] other = changed(one, 50, 50 + changedWords, 5000 + seed);
        double truth = jaccard(one, other);
        double error = sketch(one).resemblance(sketch(other)) - truth;
        double variance = truth * (1 - truth) / SPEC.sketch();
        assertTrue(Math.abs(error) < 5 * Math.sqrt(variance) + 1e-9, truth + " off by " + error);
        squares += error * error;
        sum += error;
        expected += variance;
        trials++;
      }
    }
    // no bias, and the spread of independent hash functions
    assertEquals(0, sum / trials, 4 * Math.sqrt(expected) / trials);
    assertEquals(1, squares / expected, 0.35);
  }

  /** Of the resemblance and both sizes, as a part of a longer text has it. */
  @Test
  void containmentFollowsAsFarOffAsTheBinomialAllows() {
    for (int part : new int[] {400, 700, 1000}) {
      for (int seed = 0; seed < 40; seed++) {
        long[] whole = words(300 + seed, 1200);
        long[] other = words(800 + seed, 1000);
        System.arraycopy(whole, 0, other, 0, part);
        Set<Long> both = shingles(other);
        both.retainAll(shingles(whole));
        double truth = (double) both.size() / shingles(other).size();
        double exact = jaccard(whole, other);
        double j = sketch(whole).resemblance(sketch(other));
        double sizes = (double) (shingles(whole).size() + shingles(other).size());
        double containment = j * sizes / ((1 + j) * shingles(other).size());
        // its slope in the resemblance times five standard errors of that, and a little for the
        // bend
        double slope = sizes / ((1 + exact) * (1 + exact) * shingles(other).size());
        double error = 5 * slope * Math.sqrt(exact * (1 - exact) / SPEC.sketch());
        assertEquals(truth, containment, 1.15 * error, "part " + part + ", seed " + seed);
      }
    }
  }

  @Test
  void anIndependentEstimatorAgrees() {
    for (int changedWords : new int[] {50, 300, 700}) {
      double ours = 0;
      double theirs = 0;
      for (int seed = 0; seed < 10; seed++) {
        long[] one = words(seed, 1000);
        long[] other = changed(one, 100, 100 + changedWords, 77 + seed);
        ours += sketch(one).resemblance(sketch(other)) / 10;
        theirs += independent(one, other) / 10;
      }
      // ten sketches of 128: a standard error of 0.014 at most
      assertEquals(theirs, ours, 0.05);
    }
  }

  @Test
  void textsWithNothingInCommonResembleInNothing() {
    assertEquals(0, sketch(words(1, 5000)).resemblance(sketch(words(2, 5000))));
  }

  @Test
  void orderOfPartsAndRepetitionHardlyMatter() {
    long[] one = words(1, 2000);
    long[] twice = IntStream.range(0, 4000).mapToLong(i -> one[i % 2000]).toArray();
    assertTrue(sketch(one).resemblance(sketch(twice)) > 0.95);
  }

  @Test
  void aTextShorterThanAShingleIsOneShingle() {
    long[] five = words(1, 5);
    assertEquals(1, sketch(five).resemblance(sketch(five.clone())));
    assertEquals(0, sketch(five).resemblance(sketch(words(2, 5))));
    assertEquals(0, sketch(five).resemblance(sketch(words(1, 6))));
  }

  @Test
  void valuesComeBackAsTheyWere() {
    MinHash sketch = sketch(words(1, 100));
    assertArrayEquals(sketch.values(), MinHash.of(sketch.values()).values());
    assertEquals(SPEC.sketch(), sketch.values().length);
  }

  @Test
  void sketchesOfDifferentSizesAreNotCompared() {
    MinHash small = MinHash.of(new long[64]);
    assertThrows(IllegalArgumentException.class, () -> small.resemblance(sketch(words(1, 100))));
  }

  @Test
  void bandsAreSharedAsOftenAsTheirRowsAgree() {
    int shared = 0;
    int trials = 100;
    double expected = 0;
    for (int seed = 0; seed < trials; seed++) {
      long[] one = words(seed, 1000);
      long[] other = changed(one, 0, 300, 900 + seed);
      double truth = jaccard(one, other);
      expected += SPEC.bands() * Math.pow(truth, (double) SPEC.sketch() / SPEC.bands());
      long[] a = sketch(one).bands(SPEC.bands());
      long[] b = sketch(other).bands(SPEC.bands());
      for (int i = 0; i < a.length; i++) {
        shared += a[i] == b[i] ? 1 : 0;
      }
    }
    assertEquals(1, shared / expected, 0.15);
  }

  @Test
  void aBandDiffersWhereOneOfItsValuesDoes() {
    long[] values = words(1, 128);
    long[] bands = MinHash.of(values).bands(32);
    for (int i = 0; i < values.length; i++) {
      long[] other = values.clone();
      other[i]++;
      long[] changed = MinHash.of(other).bands(32);
      for (int b = 0; b < 32; b++) {
        assertEquals(b != i / 4, bands[b] == changed[b]);
      }
    }
  }
}
