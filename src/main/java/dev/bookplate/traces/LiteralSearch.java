package dev.bookplate.traces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds any of several words in bytes, without looking at most of them, and whatever the case of
 * ASCII letters (Wu and Manber, A fast algorithm for multi-pattern searching, 1994, with blocks of
 * two bytes).
 */
final class LiteralSearch {
  /** Shortest word. */
  static final int SHORTEST = 4;

  private static final byte[] LOWER = new byte[256];

  static {
    for (int i = 0; i < 256; i++) {
      LOWER[i] = (byte) (i >= 'A' && i <= 'Z' ? i | 0x20 : i);
    }
  }

  private final List<byte[]> words;
  private final byte[] shift = new byte[1 << 16];
  private final List<List<Integer>> byBlock = new ArrayList<>();
  private final short[] block = new short[1 << 16];

  /** Of words of ASCII of at least {@link #SHORTEST} letters. */
  LiteralSearch(List<String> texts) {
    words =
        texts.stream()
            .map(t -> t.toLowerCase(Locale.ROOT).getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toList();
    Arrays.fill(shift, (byte) (SHORTEST - 1));
    byBlock.add(List.of());
    for (int w = 0; w < words.size(); w++) {
      byte[] word = words.get(w);
      for (int i = 1; i < SHORTEST; i++) {
        int pair = pair(word[i - 1], word[i]);
        shift[pair] = (byte) Math.min(shift[pair], SHORTEST - 1 - i);
      }
      int last = pair(word[SHORTEST - 2], word[SHORTEST - 1]);
      if (block[last] == 0) {
        block[last] = (short) byBlock.size();
        byBlock.add(new ArrayList<>());
      }
      byBlock.get(block[last]).add(w);
    }
  }

  /** Is told each place of a word. */
  interface Found {
    /**
     * A word.
     *
     * @param word its number
     * @param at its first byte
     */
    void at(int word, int at);
  }

  /** Finds words that lie in {@code bytes[from, to)}. */
  void find(byte[] bytes, int from, int to, Found found) {
    if (words.isEmpty()) {
      return;
    }
    int at = from + SHORTEST - 1;
    while (at < to) {
      int pair = pair(LOWER[bytes[at - 1] & 0xFF], LOWER[bytes[at] & 0xFF]);
      int step = shift[pair];
      if (step > 0) {
        at += step;
        continue;
      }
      int start = at - SHORTEST + 1;
      for (int word : byBlock.get(block[pair])) {
        if (isAt(words.get(word), bytes, start, to)) {
          found.at(word, start);
        }
      }
      at++;
    }
  }

  private static boolean isAt(byte[] word, byte[] bytes, int start, int to) {
    if (start + word.length > to) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (LOWER[bytes[start + i] & 0xFF] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static int pair(byte a, byte b) {
    return (a & 0xFF) << 8 | b & 0xFF;
  }
}
