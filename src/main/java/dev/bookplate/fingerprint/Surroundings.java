package dev.bookplate.fingerprint;

import dev.bookplate.text.Hyphens;

/**
 * The words next to a shingle, three before it and four behind, in 28 bits: so that most places
 * where a document shares no more than a phrase with a book can be told from a passage where they
 * are listed, and nothing of the book need be read. A nibble a word, the nearest lowest, those
 * behind the shingle first; 0 where there is no word.
 */
public final class Surroundings {
  /** Bits of it. */
  public static final int BITS = 28;

  /** Nothing is known of the words around. */
  public static final int UNKNOWN = 0;

  private static final int BEFORE = 3;
  private static final int BEHIND = 4;
  private static final int NIBBLE = 4;

  /** Values of a nibble that stand for a word. */
  private static final int VALUES = 15;

  /** So many words agree of a passage, or all before it; of a phrase one in ten has as many. */
  private static final int ENOUGH = 4;

  private Surroundings() {}

  /**
   * Whether the texts around two places may go on alike. A word more or less on either side does
   * not hide that; where words are hyphenated one after the other, nothing is known, and they may.
   *
   * @param one of a place, by {@link PassageFingerprinter#surroundings}
   * @param other of another that has the same fingerprint
   */
  public static boolean mayGoOn(int one, int other) {
    if (one == UNKNOWN || other == UNKNOWN) {
      return true;
    }
    int cut = BEHIND * NIBBLE;
    int before = agreeing(one >>> cut, other >>> cut, BEFORE);
    int mask = (1 << cut) - 1;
    return before == BEFORE || before + agreeing(one & mask, other & mask, BEHIND) >= ENOUGH;
  }

  private static int agreeing(int one, int other, int words) {
    int shorter = words - 1;
    int straight = zeros(one ^ other, words);
    int shifted = zeros(one >>> NIBBLE ^ other, shorter);
    int back = zeros(other >>> NIBBLE ^ one, shorter);
    return Math.max(straight, Math.max(shifted, back));
  }

  /** How many of the lowest nibbles are zero. */
  private static int zeros(int nibbles, int count) {
    int any = nibbles | nibbles >>> 1 | nibbles >>> 2 | nibbles >>> 3;
    return count - Integer.bitCount(any & 0x1111 >>> (NIBBLE * (NIBBLE - count)));
  }

  /**
   * Of a shingle in mixed words.
   *
   * @param hyphens of the text: each may put the words around out of step by one
   * @param tolerated so many of them near a shingle still leave something to be known
   */
  static int of(
      long[] words, int count, int position, int shingle, Hyphens hyphens, int tolerated) {
    int from = position - BEFORE;
    int to = position + shingle + BEHIND;
    if (hyphens.count(from - 1, to) > tolerated) {
      return UNKNOWN;
    }
    int code = 0;
    for (int i = BEFORE - 1; i >= 0; i--) {
      code = code << NIBBLE | nibble(words, count, position - 1 - i);
    }
    for (int i = BEHIND - 1; i >= 0; i--) {
      code = code << NIBBLE | nibble(words, count, position + shingle + i);
    }
    return code;
  }

  private static int nibble(long[] words, int count, int word) {
    return word < 0 || word >= count ? 0 : 1 + (int) ((words[word] >>> 40 & 0xFF) * VALUES >>> 8);
  }
}
