package dev.bookplate.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many times each word of an edition was found. As large as the number of places where that
 * changes, and never larger than a number a word, however many stretches are added.
 */
final class Depth {
  /** An entry of the tree weighs about as much as so many numbers of the array. */
  private static final int ENTRY = 16;

  /** Told of neighbouring stretches, each with another number of times than the one before. */
  @FunctionalInterface
  interface Runs {
    /** Words {@code [start, end)} were found so many times, perhaps 0. */
    void run(int start, int end, int times);
  }

  private TreeMap<Integer, Integer> changes = new TreeMap<>();
  private int[] dense;
  private int last;

  /** Adds {@code [start, end)} once. */
  void add(int start, int end) {
    if (start < 0 || end <= start) {
      return;
    }
    last = Math.max(last, end);
    change(start, 1);
    change(end, -1);
    if (changes != null && changes.size() > Math.max(64, last / ENTRY)) {
      dense = new int[last + 1];
      changes.forEach((word, by) -> dense[word] = by);
      changes = null;
    }
  }

  private void change(int word, int by) {
    if (changes != null) {
      changes.merge(word, by, (a, b) -> a + b == 0 ? null : a + b);
      return;
    }
    if (word >= dense.length) {
      dense = Arrays.copyOf(dense, Math.max(last + 1, dense.length * 5 / 4));
    }
    dense[word] += by;
  }

  /** Tells of the words of an edition from its first to its last. */
  void runs(int words, Runs runs) {
    Walk walk = new Walk(words, runs);
    if (changes != null) {
      for (Map.Entry<Integer, Integer> change : changes.entrySet()) {
        walk.change(change.getKey(), change.getValue());
      }
    } else {
      for (int word = 0; word < dense.length; word++) {
        walk.change(word, dense[word]);
      }
    }
    walk.end();
  }

  /** Words that were found at all. */
  int union(int words) {
    int[] sum = new int[1];
    runs(words, (start, end, times) -> sum[0] += times > 0 ? end - start : 0);
    return sum[0];
  }

  private static final class Walk {
    private final int words;
    private final Runs runs;
    private int from;
    private int times;

    Walk(int words, Runs runs) {
      this.words = words;
      this.runs = runs;
    }

    void change(int word, int by) {
      if (by != 0) {
        tell(Math.min(word, words));
        times += by;
      }
    }

    void end() {
      tell(words);
    }

    private void tell(int to) {
      if (to > from) {
        runs.run(from, to, times);
        from = to;
      }
    }
  }
}
