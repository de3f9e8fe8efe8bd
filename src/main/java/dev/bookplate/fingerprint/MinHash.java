package dev.bookplate.fingerprint;

import java.util.Arrays;
import java.util.Locale;

/**
 * A MinHash sketch of a text's set of shingles (Broder 1997): for each of a number of hash
 * functions the smallest value over the set. Two sketches agree in a share of their places that
 * estimates the resemblance of the two sets.
 */
public final class MinHash {
  private final long[] values;

  private MinHash(long[] values) {
    this.values = values;
  }

  /** The sketch of the shingles of a text's mixed words. */
  static MinHash of(FingerprintSpec spec, long[] words, int count) {
    long[] smallest = new long[spec.sketch()];
    Arrays.fill(smallest, Long.MAX_VALUE);
    int shingle = Math.min(spec.shingle(), Math.max(1, count));
    long power = ShingleHash.power(shingle);
    long rolling = 0;
    for (int i = 0; i < count; i++) {
      long leaving = i >= shingle ? words[i - shingle] : 0;
      rolling = ShingleHash.roll(rolling, leaving, power, words[i]);
      if (i >= shingle - 1) {
        add(smallest, ShingleHash.finish(rolling));
      }
    }
    return new MinHash(smallest);
  }

  /** The sketch of a set of fingerprints: it tells nothing that they do not. */
  public static MinHash ofFingerprints(FingerprintSpec spec, long[] fingerprints) {
    long[] smallest = new long[spec.sketch()];
    Arrays.fill(smallest, Long.MAX_VALUE);
    for (long fingerprint : fingerprints) {
      add(smallest, fingerprint);
    }
    return new MinHash(smallest);
  }

  private static void add(long[] smallest, long shingle) {
    for (int k = 0; k < smallest.length; k++) {
      long h = (shingle ^ (k + 1L) * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
      h ^= h >>> 29;
      h *= 0x94D049BB133111EBL;
      smallest[k] = Math.min(smallest[k], h ^ h >>> 32);
    }
  }

  /** A sketch from its values. */
  public static MinHash of(long[] values) {
    return new MinHash(values.clone());
  }

  /** The values, one a hash function. */
  public long[] values() {
    return values.clone();
  }

  /**
   * Estimated resemblance (Jaccard) of the two shingle sets, 0 to 1; its standard error is the root
   * of {@code J (1 - J) / values}.
   */
  public double resemblance(MinHash other) {
    return (double) agreeing(other) / values.length;
  }

  /** In how many of the values two sketches agree. */
  public int agreeing(MinHash other) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "sketches of %d and %d values cannot be compared",
              values.length,
              other.values.length));
    }
    int equal = 0;
    for (int i = 0; i < values.length; i++) {
      equal += values[i] == other.values[i] ? 1 : 0;
    }
    return equal;
  }

  /** One hash a band of consecutive values: texts that resemble each other share some. */
  public long[] bands(int bands) {
    int rows = values.length / bands;
    long[] out = new long[bands];
    for (int b = 0; b < bands; b++) {
      long hash = b + 1L;
      for (int r = 0; r < rows; r++) {
        hash = ShingleHash.word(hash * 31 + values[b * rows + r]);
      }
      out[b] = hash;
    }
    return out;
  }
}
