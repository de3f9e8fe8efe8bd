package dev.bookplate.books;

import java.util.Arrays;

/** Sets of records that are one: every record starts alone. A set is known by its first record. */
final class Forest {
  private final int[] parents;

  Forest(int records) {
    parents = new int[records];
    Arrays.setAll(parents, i -> i);
  }

  /** The first record of a record's set. */
  int first(int record) {
    int at = record;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Makes one set of two; false if they were one before. */
  boolean join(int one, int other) {
    int a = first(one);
    int b = first(other);
    if (a == b) {
      return false;
    }
    parents[Math.max(a, b)] = Math.min(a, b);
    return true;
  }
}
