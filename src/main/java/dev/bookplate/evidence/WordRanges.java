package dev.bookplate.evidence;

import java.util.Map;
import java.util.TreeMap;

/** A set of word ordinals, kept as disjoint ranges: as large as the number of its gaps. */
final class WordRanges {
  private final TreeMap<Integer, Integer> ends = new TreeMap<>();
  private int words;

  /** Adds {@code [start, end)}. */
  void add(int start, int end) {
    if (end <= start) {
      return;
    }
    int from = start;
    int to = end;
    Map.Entry<Integer, Integer> touching = ends.floorEntry(to);
    while (touching != null && touching.getValue() >= from) {
      from = Math.min(from, touching.getKey());
      to = Math.max(to, touching.getValue());
      words -= touching.getValue() - touching.getKey();
      ends.remove(touching.getKey());
      touching = ends.floorEntry(to);
    }
    ends.put(from, to);
    words += to - from;
  }

  /** Words in the set. */
  int words() {
    return words;
  }
}
