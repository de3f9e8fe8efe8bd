package dev.bookplate.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding: of all neighbours the pair with the lowest rank is made one, the leftmost of
 * equals, until no pair has a rank. In O(n log n).
 *
 * @param ranks of pairs
 */
record Bpe(Ranks ranks) {
  /** Which neighbours may be made one, and which first. */
  @FunctionalInterface
  interface Ranks {
    /** From 0, the first to be taken; -1 for a pair that stays two. */
    int of(String left, String right);
  }

  /**
   * What is written.
   *
   * @param symbol as in the vocabulary
   * @param bytes of the text that it stands for
   */
  record Symbol(String symbol, int bytes) {}

  /** The tokens of a stretch of text that is given in its smallest symbols. */
  List<Symbol> merged(List<Symbol> symbols) {
    Merging merging = new Merging(symbols);
    merging.run();
    return merging.left();
  }

  private final class Merging {
    private final Symbol[] at;
    private final int[] next;
    private final int[] before;

    /** Ranks in the upper half, places in the lower: the order in which pairs are taken. */
    private final PriorityQueue<Long> pairs = new PriorityQueue<>();

    Merging(List<Symbol> symbols) {
      at = symbols.toArray(new Symbol[0]);
      next = new int[at.length];
      before = new int[at.length];
      for (int i = 0; i < at.length; i++) {
        next[i] = i + 1;
        before[i] = i - 1;
      }
    }

    void run() {
      for (int i = 0; i + 1 < at.length; i++) {
        offer(i);
      }
      while (!pairs.isEmpty()) {
        long pair = pairs.remove();
        int left = (int) pair;
        // a pair that has changed since has been offered anew
        if (at[left] != null && next[left] < at.length && rank(left) == (int) (pair >>> 32)) {
          join(left);
        }
      }
    }

    private int rank(int left) {
      return ranks.of(at[left].symbol, at[next[left]].symbol);
    }

    private void offer(int left) {
      int rank = rank(left);
      if (rank >= 0) {
        pairs.add((long) rank << 32 | left);
      }
    }

    private void join(int left) {
      int right = next[left];
      at[left] = new Symbol(at[left].symbol + at[right].symbol, at[left].bytes + at[right].bytes);
      at[right] = null;
      next[left] = next[right];
      if (next[left] < at.length) {
        before[next[left]] = left;
        offer(left);
      }
      if (before[left] >= 0) {
        offer(before[left]);
      }
    }

    List<Symbol> left() {
      List<Symbol> left = new ArrayList<>();
      for (Symbol symbol : at) {
        if (symbol != null) {
          left.add(symbol);
        }
      }
      return left;
    }
  }
}
