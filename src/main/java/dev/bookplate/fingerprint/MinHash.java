package dev.bookplate.fingerprint;

import java.util.Arrays;
import java.util.Locale;

/**
 * A MinHash sketch of a text's set of shingles (Broder 1997), filled as the fast similarity sketch
 * is (Dahlgaard, Knudsen and Thorup, "Fast Similarity Sketching", FOCS 2017): a hash function deals
 * the shingles out to the sketch's places, each of which keeps its smallest; only where places are
 * left empty, as by a short text, other functions deal again, and what they bring is larger. Two
 * sketches agree in a share of their places that estimates the resemblance of the two sets.
 */
public final class MinHash {
  private final long[] values;

  private MinHash(long[] values) {
    this.values = values;
  }

  /** The sketch of the shingles of a text's mixed words. */
  static MinHash of(FingerprintSpec spec, long[] words, int count) {
    int shingle = Math.min(spec.shingle(), Math.max(1, count));
    long power = ShingleHash.power(shingle);
    Dealer dealer = new Dealer(spec.sketch());
    do {
      long rolling = 0;
      for (int i = 0; i < count; i++) {
        long leaving = i >= shingle ? words[i - shingle] : 0;
        rolling = ShingleHash.roll(rolling, leaving, power, words[i]);
        if (i >= shingle - 1) {
          dealer.add(ShingleHash.finish(rolling));
        }
      }
    } while (dealer.dealsAgain());
    return new MinHash(dealer.smallest);
  }

  /** The sketch of a set of fingerprints: it tells nothing that they do not. */
  public static MinHash ofFingerprints(FingerprintSpec spec, long[] fingerprints) {
    Dealer dealer = new Dealer(spec.sketch());
    do {
      for (long fingerprint : fingerprints) {
        dealer.add(fingerprint);
      }
    } while (dealer.dealsAgain());
    return new MinHash(dealer.smallest);
  }

  /** Deals a set out to the places of a sketch, in rounds: each round all of the set. */
  private static final class Dealer {
    /** Bits of a value below those of its round, of which there are two a place. */
    private static final int VALUE_BITS = 52;

    private static final long EMPTY = Long.MAX_VALUE;

    private final long[] smallest;
    private long round;
    private int filled;

    Dealer(int places) {
      smallest = new long[places];
      Arrays.fill(smallest, EMPTY);
    }

    void add(long shingle) {
      long h = (shingle ^ (round + 1) * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
      h ^= h >>> 29;
      h *= 0x94D049BB133111EBL;
      h ^= h >>> 32;
      // the last rounds deal everything to one place each, so that none is left empty
      int place =
          round < smallest.length
              ? (int) ((h >>> 32) * smallest.length >>> 32)
              : (int) round - smallest.length;
      long value = round << VALUE_BITS | h & (1L << VALUE_BITS) - 1;
      if (value < smallest[place]) {
        filled += smallest[place] == EMPTY ? 1 : 0;
        smallest[place] = value;
      }
    }

    /** Whether places are left empty, by anything but an empty set. */
    boolean dealsAgain() {
      round++;
      return filled > 0 && filled < smallest.length;
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
