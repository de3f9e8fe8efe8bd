package dev.bookplate.text;

import java.util.Arrays;

/**
 * Hyphens within words and at line ends, each of which can be read in two ways: as the sign of a
 * parted word, or as part of a compound. Words come out by the first reading; what is noted here
 * lets both be looked for, so that neither a hyphenation nor its undoing hides a passage.
 */
public final class Hyphens {
  private int count;
  private int[] words = new int[16];
  private boolean[] joined = new boolean[16];
  private long[] lefts = new long[16];
  private long[] rights = new long[16];

  void clear() {
    count = 0;
  }

  void add(int word, boolean isJoined, long left, long right) {
    if (count == words.length) {
      grow();
    }
    words[count] = word;
    joined[count] = isJoined;
    lefts[count] = left;
    rights[count] = right;
    count++;
  }

  /** The word and the one after it may be one; what the second is, is not yet known. */
  void addParted(int word) {
    add(word, false, 0, 0);
  }

  private void grow() {
    int size = count * 2;
    words = Arrays.copyOf(words, size);
    joined = Arrays.copyOf(joined, size);
    lefts = Arrays.copyOf(lefts, size);
    rights = Arrays.copyOf(rights, size);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** How many there are at words from {@code from} to before {@code to}. */
  public int count(int from, int to) {
    return before(to) - before(from);
  }

  private int before(int word) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = low + high >>> 1;
      if (words[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Ordinal of the word that ends at the hyphen, or that was joined over it. */
  public int word(int i) {
    return words[i];
  }

  /** Whether the words are one in the first reading. */
  public boolean joined(int i) {
    return joined[i];
  }

  /** Where joined: hash of the part before the hyphen. */
  public long left(int i) {
    return lefts[i];
  }

  /** Where joined: hash of the part after the hyphen. */
  public long right(int i) {
    return rights[i];
  }
}
