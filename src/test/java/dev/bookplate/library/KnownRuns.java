package dev.bookplate.library;

/** The runs of {@value #LENGTH} words of a text, as a set of hashes. */
final class KnownRuns {
  /** No run of 25 words is shared where none of these is. */
  static final int LENGTH = 20;

  private static final long FACTOR = 0x9E3779B97F4A7C15L | 1;
  private static final long POWER = power();

  private final long[] table;
  private final int mask;

  private KnownRuns(int size) {
    int capacity = Integer.highestOneBit(Math.max(16, size)) << 2;
    table = new long[capacity];
    mask = capacity - 1;
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < LENGTH; i++) {
      power *= FACTOR;
    }
    return power;
  }

  static KnownRuns of(int[] words) {
    KnownRuns runs = new KnownRuns(words.length);
    long hash = 0;
    for (int i = 0; i < words.length; i++) {
      hash = roll(hash, i < LENGTH ? -1 : words[i - LENGTH], words[i]);
      if (i >= LENGTH - 1) {
        runs.add(hash);
      }
    }
    return runs;
  }

  /** The hash of the last words with one more, and without the one that leaves; -1 for none. */
  static long roll(long hash, int leaving, int entering) {
    return hash * FACTOR + (entering + 1L) - (leaving + 1L) * POWER;
  }

  private void add(long hash) {
    int slot = slot(hash);
    while (table[slot] != 0 && table[slot] != hash) {
      slot = slot + 1 & mask;
    }
    table[slot] = hash;
  }

  boolean contains(long hash) {
    int slot = slot(hash);
    while (table[slot] != 0) {
      if (table[slot] == hash) {
        return true;
      }
      slot = slot + 1 & mask;
    }
    return false;
  }

  private int slot(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xBF58476D1CE4E5B9L;
    return (int) (mixed >>> 33) & mask;
  }
}
