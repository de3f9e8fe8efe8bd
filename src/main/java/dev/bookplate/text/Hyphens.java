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

  /** A bit a word, up to the last that has a hyphen at least. */
  private long[] has = new long[16];

  void clear() {
    for (int i = 0; i < count; i++) {
      has[words[i] >>> 6] = 0;
    }
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
    if (word >>> 6 >= has.length) {
      has = Arrays.copyOf(has, Math.max((word >>> 6) + 1, 2 * has.length));
    }
    has[word >>> 6] |= 1L << word;
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

  /** Whether there is one at a word. */
  public boolean has(int word) {
    return (bits(word >>> 6) & 1L << word) != 0;
  }

  /** How many there are at words from {@code from}, which may be negative, to before {@code to}. */
  public int count(int from, int to) {
    // a word may have several: the bits only say that there is none
    return isClear(Math.max(0, from), to) ? 0 : before(to) - before(from);
  }

  private boolean isClear(int from, int to) {
    for (int i = from >>> 6; i <= to - 1 >>> 6; i++) {
      long bits = bits(i);
      bits &= i == from >>> 6 ? -1L << from : -1L;
      bits &= i == to - 1 >>> 6 ? -1L >>> -to : -1L;
      if (bits != 0) {
        return false;
      }
    }
    return true;
  }

  private long bits(int i) {
    return i < has.length ? has[i] : 0;
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
