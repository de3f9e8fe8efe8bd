package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What several editions of one work explain of a document. The edition that explains most is named;
 * of the others only what it does not hold, or what they show better by a stronger rule, so that no
 * run is lost because another edition explains more.
 */
final class Editions {
  private static final double SHARED = 0.8;

  private final List<WorkMatch> matches = new ArrayList<>();
  private final List<WorkMatch> explained = new ArrayList<>();

  void add(WorkMatch match) {
    matches.add(match);
  }

  /** The matches that are reported, the edition that explains most first. */
  List<WorkMatch> reported() {
    matches.sort(WorkMatch.BEST_FIRST);
    List<WorkMatch> reported = new ArrayList<>();
    List<Passage> held = new ArrayList<>();
    for (WorkMatch match : matches) {
      Map<Boolean, List<Passage>> adds =
          match.passages().stream().collect(Collectors.partitioningBy(p -> addsTo(held, p)));
      if (!adds.get(true).isEmpty()) {
        reported.add(match.withPassages(adds.get(true)));
        held.addAll(adds.get(true));
      }
      if (!adds.get(false).isEmpty()) {
        explained.add(match.withPassages(adds.get(false)));
      }
    }
    return reported;
  }

  /**
   * What the document holds of the editions whose passages are not reported, because others explain
   * them: evidence for the finding of the edition that explains most, and of no other.
   *
   * @param match one of those that are reported, explained
   * @param all that are reported, of any work, explained
   */
  List<Finding.Evidence> others(WorkMatch match, List<WorkMatch> all) {
    if (explained.isEmpty() || !match.reference().equals(matches.get(0).reference())) {
      return List.of();
    }
    List<Passage> common =
        all.stream()
            .filter(m -> m.key().equals(match.key()))
            .flatMap(m -> m.passages().stream())
            .filter(p -> p.common() != null)
            .toList();
    return explained.stream()
        .map(m -> OtherEdition.of(m.reference().edition().id(), m.passages(), common))
        .filter(other -> !other.isEmpty())
        .map(OtherEdition::evidence)
        .toList();
  }

  /** What is told of a passage that is not reported. */
  @FunctionalInterface
  interface Explained {
    void passage(Finding.Reference reference, Passage passage);
  }

  /** Tells of the passages that are not reported, once it is known which are. */
  void forEachExplained(Explained told) {
    explained.forEach(m -> m.passages().forEach(p -> told.passage(m.reference(), p)));
  }

  private static boolean addsTo(List<Passage> held, Passage passage) {
    Span words = passage.documentWords();
    int shared = 0;
    GradeRule strongest = GradeRule.WEAKER;
    for (Passage other : held) {
      int overlap = words.overlap(other.documentWords());
      GradeRule rule = GradeRule.of(other);
      shared += overlap;
      strongest = overlap > 0 && rule.compareTo(strongest) < 0 ? rule : strongest;
    }
    return shared < SHARED * words.length() || GradeRule.of(passage).compareTo(strongest) < 0;
  }
}
