package dev.bookplate.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of real books as numbers, and for every place the places with the same one, two or
 * three words before them: n-gram statistics without a table of n-grams.
 */
final class TrainingText {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)*");

  /** Words of the longest context. */
  static final int MAX_ORDER = 3;

  private final List<String> spellings = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] words;
  private final int[][] order = new int[MAX_ORDER + 1][];
  private final int[][] from = new int[MAX_ORDER + 1][];
  private final int[][] to = new int[MAX_ORDER + 1][];
  private final KnownRuns runs;

  private TrainingText(String text) {
    words = number(text, true);
    for (int n = 1; n <= MAX_ORDER; n++) {
      group(n);
    }
    runs = KnownRuns.of(words);
  }

  /** Of a text. */
  static TrainingText of(String text) {
    return new TrainingText(text);
  }

  private int[] number(String text, boolean learn) {
    int[] out = new int[1 << 16];
    int count = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String spelling = word.group().toLowerCase(Locale.ROOT);
      if (learn && numbers.putIfAbsent(spelling, spellings.size()) == null) {
        spellings.add(spelling);
      }
      out = count == out.length ? Arrays.copyOf(out, 2 * count) : out;
      out[count++] = numbers.getOrDefault(spelling, -1);
    }
    return Arrays.copyOf(out, count);
  }

  /** The words of another text by this one's numbers, -1 for those that it does not have. */
  int[] numbers(String text) {
    return number(text, false);
  }

  /** Whether the words from {@code from} to {@code to}, itself included, follow each other here. */
  boolean knows(int[] other, int from, int to) {
    return placeOf(other, from, to) >= 0;
  }

  /** A place where those words, at most {@value #MAX_ORDER}, end; -1 if there is none. */
  int placeOf(int[] other, int from, int to) {
    int n = to - from + 1;
    long key = context(other, to, n) >>> 32;
    int low = 0;
    int high = words.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if ((int) (context(order[n][middle], n) >>> 32) < (int) key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < words.length && context(order[n][low], n) >>> 32 == key ? order[n][low] : -1;
  }

  /** Sorts the places by the {@code n} words that end there. */
  private void group(int n) {
    long[] keyed = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      keyed[i] = context(i, n) & 0xFFFFFFFF00000000L | i;
    }
    Arrays.sort(keyed);
    order[n] = new int[words.length];
    from[n] = new int[words.length];
    to[n] = new int[words.length];
    int start = 0;
    for (int k = 0; k <= keyed.length; k++) {
      if (k == keyed.length || keyed[k] >>> 32 != keyed[start] >>> 32) {
        for (int j = start; j < k; j++) {
          from[n][order[n][j]] = start;
          to[n][order[n][j]] = k;
        }
        start = k;
      }
      if (k < keyed.length) {
        order[n][k] = (int) keyed[k];
      }
    }
  }

  private long context(int at, int n) {
    return context(words, at, n);
  }

  private static long context(int[] of, int at, int n) {
    long hash = n;
    for (int i = Math.max(0, at - n + 1); i <= at; i++) {
      hash = (hash ^ of[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash * 0xBF58476D1CE4E5B9L;
  }

  /** How many words there are. */
  int count() {
    return words.length;
  }

  /** The word at a place. */
  int word(int at) {
    return words[at];
  }

  /** How it is spelt, in lower case. */
  String spelling(int word) {
    return spellings.get(word);
  }

  /** How many places have the same {@code n} words up to this one, itself included. */
  int alike(int at, int n) {
    return to[n][at] - from[n][at];
  }

  /** The {@code k}th of those places. */
  int alike(int at, int n, int k) {
    return order[n][from[n][at] + k];
  }

  /** Runs that must not be written again. */
  KnownRuns runs() {
    return runs;
  }
}
