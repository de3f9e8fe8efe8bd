package dev.bookplate.fingerprint;

import java.util.Arrays;

/**
 * What is kept of the set of a text's shingles.
 *
 * @param sketch of the set
 * @param size shingles in the set, each once
 */
public record ShingleSet(MinHash sketch, int size) {

  /** The distinct shingles of a text's mixed words. */
  static int size(FingerprintSpec spec, long[] words, int count) {
    int shingle = Math.min(spec.shingle(), Math.max(1, count));
    long power = ShingleHash.power(shingle);
    long[] shingles = new long[Math.max(0, count - shingle + 1)];
    long rolling = 0;
    for (int i = 0; i < count; i++) {
      long leaving = i >= shingle ? words[i - shingle] : 0;
      rolling = ShingleHash.roll(rolling, leaving, power, words[i]);
      if (i >= shingle - 1) {
        shingles[i - shingle + 1] = ShingleHash.finish(rolling);
      }
    }
    Arrays.sort(shingles);
    int distinct = 0;
    for (int i = 0; i < shingles.length; i++) {
      distinct += i == 0 || shingles[i] != shingles[i - 1] ? 1 : 0;
    }
    return distinct;
  }
}
