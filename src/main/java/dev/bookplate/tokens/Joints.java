package dev.bookplate.tokens;

import java.util.Arrays;

/**
 * Neighbours that a tokenizer would have written as one token. Whoever tokenizes takes long pieces:
 * where the word "table" is a piece, "ta" and "ble" hardly ever stand side by side. In ids that
 * were given by another tokenizer such pairs are frequent, whatever the text, the language and the
 * kind of tokenizer.
 */
final class Joints {
  private static final int LONGEST = 64;

  private final TokenDecoder decoder;

  /** An open hash table of ids, by their bytes; -1 where it is empty. */
  private final int[] ids;

  /** A bit for each id: 1 begins with a letter, 2 ends with one. */
  private final byte[] letters;

  Joints(TokenDecoder decoder) {
    this.decoder = decoder;
    letters = new byte[decoder.size()];
    ids = new int[Integer.highestOneBit(Math.max(16, decoder.size())) * 4];
    Arrays.fill(ids, -1);
    for (int id = 0; id < decoder.size(); id++) {
      int length = decoder.length(id);
      if (length > 0 && !decoder.isSpecial(id)) {
        byte[] b = decoder.bytes();
        letters[id] =
            (byte)
                ((isLetter(b[decoder.start(id)]) ? 1 : 0)
                    | (isLetter(b[decoder.start(id) + length - 1]) ? 2 : 0));
        add(id);
      }
    }
  }

  /** In ASCII; where other scripts are parted no blank tells. */
  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private void add(int id) {
    int slot = slot(hash(0, id));
    while (ids[slot] >= 0) {
      slot = slot + 1 & ids.length - 1;
    }
    ids[slot] = id;
  }

  private int hash(int seed, int id) {
    int hash = seed;
    byte[] b = decoder.bytes();
    int end = decoder.start(id) + decoder.length(id);
    for (int i = decoder.start(id); i < end; i++) {
      hash = hash * 0x01000193 + b[i];
    }
    return hash;
  }

  private int slot(int hash) {
    int mixed = hash * 0x9E3779B1;
    return (mixed ^ mixed >>> 15) & ids.length - 1;
  }

  /** Whether two tokens meet inside a word. */
  boolean meet(int left, int right) {
    return (letters[left] & 2) != 0
        && (letters[right] & 1) != 0
        && decoder.length(left) + decoder.length(right) <= LONGEST;
  }

  /** Whether there is one token for both. */
  boolean isOne(int left, int right) {
    int slot = slot(hash(hash(0, left), right));
    while (ids[slot] >= 0) {
      if (isBoth(ids[slot], left, right)) {
        return true;
      }
      slot = slot + 1 & ids.length - 1;
    }
    return false;
  }

  private boolean isBoth(int id, int left, int right) {
    byte[] b = decoder.bytes();
    int first = decoder.length(left);
    int second = decoder.length(right);
    int at = decoder.start(id);
    return decoder.length(id) == first + second
        && Arrays.equals(b, at, at + first, b, decoder.start(left), decoder.start(left) + first)
        && Arrays.equals(
            b,
            at + first,
            at + first + second,
            b,
            decoder.start(right),
            decoder.start(right) + second);
  }
}
