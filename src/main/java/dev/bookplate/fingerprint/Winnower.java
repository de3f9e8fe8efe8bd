package dev.bookplate.fingerprint;

import java.util.Arrays;

/**
 * Keeps of every window of consecutive shingles the one with the smallest hash. A shingle that was
 * kept stays the choice as long as it is in the window and nothing smaller comes, so that a run of
 * equal shingles is not kept whole.
 */
final class Winnower {
  private final int shingle;
  private final int window;
  private final long power;
  private final long[] ring;
  private final int mask;

  private long[] hashes = new long[1024];
  private int[] positions = new int[1024];
  private int kept;

  Winnower(int shingle, int window) {
    this.shingle = shingle;
    this.window = window;
    power = ShingleHash.power(shingle);
    ring = new long[Integer.highestOneBit(window * 2 - 1)];
    mask = ring.length - 1;
  }

  int count() {
    return kept;
  }

  long[] hashes() {
    return hashes;
  }

  int[] positions() {
    return positions;
  }

  /** Replaces what was kept by the choice from these words, which are mixed hashes. */
  void winnow(long[] words, int count) {
    kept = 0;
    ensure(count / 2 + 64);
    int shingles = count - shingle + 1;
    if (shingles <= 0) {
      return;
    }
    long rolling = 0;
    for (int i = 0; i < shingle; i++) {
      rolling = ShingleHash.roll(rolling, 0, 0, words[i]);
    }
    long smallest = Long.MAX_VALUE;
    int at = 0;
    for (int i = 0; i < shingles; i++) {
      if (i > 0) {
        rolling = ShingleHash.roll(rolling, words[i - 1], power, words[i + shingle - 1]);
      }
      long hash = ShingleHash.finish(rolling);
      ring[i & mask] = hash;
      boolean changed = false;
      if (hash < smallest) {
        smallest = hash;
        at = i;
        changed = true;
      } else if (at <= i - window) {
        at = smallestOf(i);
        smallest = ring[at & mask];
        changed = true;
      }
      if (i >= window - 1 && (changed || i == window - 1)) {
        keep(smallest, at);
      }
    }
    if (shingles < window) {
      keep(smallest, at);
    }
  }

  /** The last of the smallest in the window that ends at i. */
  private int smallestOf(int i) {
    int at = i;
    long smallest = ring[i & mask];
    for (int j = i - 1; j > i - window; j--) {
      if (ring[j & mask] < smallest) {
        smallest = ring[j & mask];
        at = j;
      }
    }
    return at;
  }

  void keep(long hash, int position) {
    if (kept == hashes.length) {
      ensure(kept * 2);
    }
    hashes[kept] = hash;
    positions[kept++] = position;
  }

  private void ensure(int size) {
    if (size > hashes.length) {
      hashes = Arrays.copyOf(hashes, size);
      positions = Arrays.copyOf(positions, size);
    }
  }

  void sortByPosition() {
    for (int i = 1; i < kept; i++) {
      if (positions[i] < positions[i - 1]) {
        sort();
        return;
      }
    }
  }

  private void sort() {
    Integer[] order = new Integer[kept];
    Arrays.setAll(order, i -> i);
    int[] oldPositions = Arrays.copyOf(positions, kept);
    long[] oldHashes = Arrays.copyOf(hashes, kept);
    Arrays.sort(order, java.util.Comparator.comparingInt(i -> oldPositions[i]));
    for (int i = 0; i < kept; i++) {
      positions[i] = oldPositions[order[i]];
      hashes[i] = oldHashes[order[i]];
    }
  }
}
