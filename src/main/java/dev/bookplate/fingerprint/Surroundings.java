package dev.bookplate.fingerprint;

import dev.bookplate.text.Hyphens;

/**
 * The words next to a shingle, four on either side, in 32 bits: so that most places where a
 * document shares no more than a phrase with a book can be told from a passage where they are
 * listed, and nothing of the book need be read. A nibble a word, the nearest lowest, those behind
 * the shingle in the lower half; 0 where there is no word.
 */
public final class Surroundings {
  /** Bytes of it. */
  public static final int BYTES = Integer.BYTES;

  /** Nothing is known of the words around. */
  public static final int UNKNOWN = 0;

  private static final int SIDE = 4;

  /** Values of a nibble that stand for a word. */
  private static final int VALUES = 15;

  /** So many words agree of a passage; of a phrase one in ten has as many. */
  private static final int ENOUGH = 4;

  private static final int EACH = 0x1111;

  private Surroundings() {}

  /**
   * Whether the texts around two places may go on alike. A word more or less on either side does
   * not hide that; where words are hyphenated one after the other, nothing is known, and they may.
   *
   * @param one of a place, by {@link PassageFingerprinter#surroundings}
   * @param other of another that has the same fingerprint
   */
  public static boolean mayGoOn(int one, int other) {
    return one == UNKNOWN
        || other == UNKNOWN
        || agreeing(one & 0xFFFF, other & 0xFFFF) + agreeing(one >>> 16, other >>> 16) >= ENOUGH;
  }

  private static int agreeing(int one, int other) {
    int straight = zeros(one ^ other, EACH);
    int shifted = zeros(one >>> SIDE ^ other & 0x0FFF, EACH >>> SIDE);
    int back = zeros(other >>> SIDE ^ one & 0x0FFF, EACH >>> SIDE);
    return Math.max(straight, Math.max(shifted, back));
  }

  /** How many nibbles are zero, of those that {@code each} has a bit of. */
  private static int zeros(int nibbles, int each) {
    int any = (nibbles | nibbles >>> 1 | nibbles >>> 2 | nibbles >>> 3) & each;
    return Integer.bitCount(each) - Integer.bitCount(any);
  }

  /**
   * Of a shingle in mixed words.
   *
   * @param hyphens of the text: each may put the words around out of step by one
   * @param tolerated so many of them near a shingle still leave something to be known
   */
  static int of(
      long[] words, int count, int position, int shingle, Hyphens hyphens, int tolerated) {
    int from = position - SIDE;
    int to = position + shingle + SIDE;
    if (hyphens.count(from - 1, to) > tolerated) {
      return UNKNOWN;
    }
    int code = 0;
    for (int i = SIDE - 1; i >= 0; i--) {
      code = code << SIDE | nibble(words, count, position - 1 - i);
    }
    for (int i = SIDE - 1; i >= 0; i--) {
      code = code << SIDE | nibble(words, count, position + shingle + i);
    }
    return code;
  }

  private static int nibble(long[] words, int count, int word) {
    return word < 0 || word >= count ? 0 : 1 + (int) ((words[word] >>> 40 & 0xFF) * VALUES >>> 8);
  }
}
