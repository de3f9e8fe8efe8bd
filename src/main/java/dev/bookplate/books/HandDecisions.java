package dev.bookplate.books;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was decided by hand, as it stands after the last decision. */
final class HandDecisions {
  private final Map<HandJoin.Pair, HandJoin> byPair = new LinkedHashMap<>();

  /** Of all decisions, in the order in which they were made. */
  HandDecisions(List<HandJoin> joins) {
    for (HandJoin join : joins) {
      byPair.remove(join.pair());
      byPair.put(join.pair(), join);
    }
  }

  /** Those that count. */
  List<HandJoin> standing() {
    return List.copyOf(byPair.values());
  }

  /** The one that counts for two records, or null. */
  HandJoin of(int one, int other) {
    return byPair.get(new HandJoin.Pair(Math.min(one, other), Math.max(one, other)));
  }

  /**
   * Pairs of records of which one is in each of two sets, and about which the contrary was decided.
   */
  List<HandJoin.Pair> contrary(Set<Integer> some, Set<Integer> others, boolean isJoin) {
    List<HandJoin.Pair> pairs = new ArrayList<>();
    for (HandJoin join : byPair.values()) {
      boolean isAcross =
          (some.contains(join.one()) && others.contains(join.other()))
              || (some.contains(join.other()) && others.contains(join.one()));
      if (isAcross && join.isJoin() != isJoin) {
        pairs.add(join.pair());
      }
    }
    return pairs;
  }

  /** The pairs that make two sets of records one: what kept them apart, and a first one of each. */
  List<HandJoin.Pair> joining(Set<Integer> some, Set<Integer> others) {
    List<HandJoin.Pair> pairs = new ArrayList<>();
    pairs.add(new HandJoin.Pair(first(some), first(others)));
    pairs.addAll(contrary(some, others, true));
    return pairs.stream().distinct().toList();
  }

  /** The pairs that keep records apart from all others of their work. */
  List<HandJoin.Pair> parting(Set<Integer> some, Set<Integer> others) {
    List<HandJoin.Pair> pairs = new ArrayList<>();
    int first = first(some);
    others.forEach(
        other -> pairs.add(new HandJoin.Pair(Math.min(first, other), Math.max(first, other))));
    pairs.addAll(contrary(some, others, false));
    return pairs.stream().distinct().toList();
  }

  /** The pairs that hold a set together. */
  static List<HandJoin.Pair> holding(Set<Integer> some) {
    int first = first(some);
    return some.stream().filter(n -> n != first).map(n -> new HandJoin.Pair(first, n)).toList();
  }

  private static int first(Set<Integer> set) {
    return new TreeSet<>(set).first();
  }
}
