package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fingerprints of one edition that stand in a document, by where they stand.
 *
 * @param hits in the document's order
 * @param shingle words of each
 */
record Sightings(List<Hit> hits, int shingle) {
  /** Words from one to the next, at most, in one stretch. */
  private static final int NEAR = 60;

  /** Different fingerprints without which there is nothing to look at. */
  static final int LEAST = 2;

  private static final Comparator<Hit> ORDER =
      Comparator.comparingInt(Hit::word).thenComparingLong(Hit::hash);

  /**
   * One of them.
   *
   * @param word of the document that its shingle starts with
   * @param hash of the shingle
   */
  record Hit(int word, long hash) {}

  static Sightings of(List<Hit> hits, int shingle) {
    return new Sightings(hits.stream().sorted(ORDER).distinct().toList(), shingle);
  }

  /** Those without a word in the prompt. */
  Sightings outside(PromptWords prompt) {
    return new Sightings(
        hits.stream().filter(h -> !prompt.touches(h.word(), h.word() + shingle)).toList(), shingle);
  }

  /** Those that stand together, where there are enough of them for a look. */
  List<Sightings> stretches() {
    List<Sightings> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= hits.size(); i++) {
      if (i == hits.size() || hits.get(i).word() - hits.get(i - 1).word() > NEAR) {
        Sightings stretch = new Sightings(hits.subList(from, i), shingle);
        if (stretch.distinct() >= LEAST) {
          stretches.add(stretch);
        }
        from = i;
      }
    }
    return stretches;
  }

  /** How many of them differ. */
  int distinct() {
    return hashes().size();
  }

  /** Each hash once. */
  Set<Long> hashes() {
    Set<Long> hashes = new HashSet<>();
    hits.forEach(hit -> hashes.add(hit.hash()));
    return hashes;
  }

  /** All words from the first shingle to the last, of a document that has so many. */
  Span words(int documentWords) {
    int last = hits.get(hits.size() - 1).word() + shingle;
    return new Span(hits.get(0).word(), Math.min(documentWords, last));
  }

  /** The words that stand in a shingle, as ascending disjoint spans. */
  List<Span> covered(int documentWords) {
    List<Span> covered = new ArrayList<>();
    for (Hit hit : hits) {
      int end = Math.min(documentWords, hit.word() + shingle);
      Span last = covered.isEmpty() ? null : covered.get(covered.size() - 1);
      if (last != null && hit.word() <= last.end()) {
        covered.set(covered.size() - 1, new Span(last.start(), Math.max(last.end(), end)));
      } else {
        covered.add(new Span(hit.word(), end));
      }
    }
    return covered;
  }

  /** Whether so many different ones stand within {@code most} words and over {@code least}. */
  boolean has(int different, int least, int most) {
    for (int i = 0; i < hits.size(); i++) {
      Set<Long> seen = new HashSet<>();
      for (int j = i; j < hits.size(); j++) {
        int over = hits.get(j).word() + shingle - hits.get(i).word();
        if (over > most) {
          break;
        }
        seen.add(hits.get(j).hash());
        if (seen.size() >= different && over >= least) {
          return true;
        }
      }
    }
    return false;
  }
}
