package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What several editions of one work explain of a document. The edition that explains most is named;
 * of the others only what it does not hold, or what they show better by a stronger rule, so that no
 * run is lost because another edition explains more.
 */
final class Editions {
  private static final double SHARED = 0.8;

  private final List<WorkMatch> matches = new ArrayList<>();

  void add(WorkMatch match) {
    matches.add(match);
  }

  /** The matches that are reported, the edition that explains most first. */
  List<WorkMatch> reported() {
    matches.sort(WorkMatch.BEST_FIRST);
    List<WorkMatch> reported = new ArrayList<>();
    List<Passage> explained = new ArrayList<>();
    for (WorkMatch match : matches) {
      List<Passage> own = match.passages().stream().filter(p -> addsTo(explained, p)).toList();
      if (!own.isEmpty()) {
        reported.add(match.withPassages(own));
        explained.addAll(own);
      }
    }
    return reported.stream().map(this::withOthers).toList();
  }

  /** Names the editions that hold a passage too, whether they are reported or not. */
  private WorkMatch withOthers(WorkMatch match) {
    return match.withOtherEditions(
        matches.stream()
            .filter(other -> !other.edition().equals(match.edition()))
            .filter(other -> match.passages().stream().anyMatch(other::holds))
            .map(WorkMatch::edition)
            .sorted()
            .toList());
  }

  private static boolean addsTo(List<Passage> explained, Passage passage) {
    Span words = passage.documentWords();
    int shared = 0;
    GradeRule strongest = GradeRule.WEAKER;
    for (Passage other : explained) {
      int overlap = words.overlap(other.documentWords());
      GradeRule rule = GradeRule.of(other);
      shared += overlap;
      strongest = overlap > 0 && rule.compareTo(strongest) < 0 ? rule : strongest;
    }
    return shared < SHARED * words.length() || GradeRule.of(passage).compareTo(strongest) < 0;
  }
}
