package dev.bookplate.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The matches of one document in catalogues without text. As where texts are held, of several
 * editions of one work the best is named, and of the others only what it does not explain.
 */
final class EstimatedMatches {
  private final Map<String, List<EstimatedMatch>> byWork = new TreeMap<>();
  private final Map<Finding.Reference, EstimatedMatch> reported = new HashMap<>();

  /** Adds a match, or nothing where it is null. */
  void add(EstimatedMatch match) {
    if (match != null) {
      byWork.computeIfAbsent(match.match().key(), w -> new ArrayList<>()).add(match);
    }
  }

  boolean isEmpty() {
    return byWork.isEmpty();
  }

  /** All that is reported: what was aligned, then what was estimated. */
  List<WorkMatch> after(List<WorkMatch> aligned) {
    List<WorkMatch> all = new ArrayList<>(aligned);
    for (List<EstimatedMatch> editions : byWork.values()) {
      editions.sort(EstimatedMatch.BEST_FIRST);
      List<Passage> explained = new ArrayList<>();
      for (EstimatedMatch edition : editions) {
        EstimatedMatch own = edition.without(explained);
        if (own != null) {
          reported.put(own.match().reference(), own);
          explained.addAll(own.match().passages());
          all.add(own.match());
        }
      }
    }
    return all;
  }

  /** What of the matches that {@link #after} gave was aligned. */
  List<WorkMatch> others(List<WorkMatch> matches) {
    return matches.stream().filter(m -> !reported.containsKey(m.reference())).toList();
  }

  /** The estimates of a match that {@link #after} gave, or null where it was aligned. */
  EstimatedMatch of(WorkMatch match) {
    EstimatedMatch estimated = reported.get(match.reference());
    return estimated == null ? null : estimated.with(match);
  }
}
