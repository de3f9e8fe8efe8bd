package dev.bookplate.books;

import java.util.HashMap;
import java.util.Map;

/**
 * What must not become one work: works that a shelf tells apart, and what somebody took apart. A
 * set of records has marks, each with a value; two sets with different values of one mark stay two.
 */
final class Apart {
  private static final int SHELF = -1;

  private final Map<Integer, Map<Integer, Integer>> marks = new HashMap<>();
  private final Map<String, Integer> shelfWorks = new HashMap<>();

  /** A record is of a work of a shelf. */
  void shelf(int record, String work) {
    mark(record, SHELF, shelfWorks.computeIfAbsent(work, w -> shelfWorks.size()));
  }

  /** Two records are not of one work. */
  void part(int which, int one, int other) {
    mark(one, which, 0);
    mark(other, which, 1);
  }

  private void mark(int record, int mark, int value) {
    marks.computeIfAbsent(record, r -> new HashMap<>()).put(mark, value);
  }

  /** Whether two sets, known by their first records, may become one. */
  boolean mayJoin(int one, int other) {
    Map<Integer, Integer> ofOne = marks.get(one);
    Map<Integer, Integer> ofOther = marks.get(other);
    if (ofOne == null || ofOther == null) {
      return true;
    }
    return ofOne.entrySet().stream()
        .allMatch(
            mark -> ofOther.getOrDefault(mark.getKey(), mark.getValue()).equals(mark.getValue()));
  }

  /** Two sets became one. */
  void joined(int first, int second) {
    Map<Integer, Integer> moved = marks.remove(second);
    if (moved != null) {
      marks.computeIfAbsent(first, r -> new HashMap<>()).putAll(moved);
    }
  }
}
