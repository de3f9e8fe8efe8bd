package dev.bookplate.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Says of each passage of one document which other works hold the same stretch, and whether they
 * explain it: text that stands in the works of five or more unrelated authors is common, and so is
 * a quotation of a third book that the document holds more of. Related works explain nothing of
 * each other: two editions, or an omnibus and its parts, are all named. Passages are only marked.
 */
final class Attribution {
  private static final int AUTHORS = 5;

  /** Of a finding that has a passage in common with a work of which neither is the source. */
  private static final String SHARED = "shared-with-unrelated-work";

  /** Whether two works are related. */
  @FunctionalInterface
  interface Relatives {
    boolean related(Finding.Reference one, Finding.Reference other) throws IOException;
  }

  private final List<WorkMatch> matches;
  private final Relatives relatives;

  /** Unrelated authors of works that were asked for, by their places in the list of matches. */
  private final Map<List<Integer>, Integer> unrelatedAuthors = new HashMap<>();

  /** Of all that was found in one document. */
  Attribution(List<WorkMatch> matches, Relatives relatives) {
    this.matches = matches;
    this.relatives = relatives;
  }

  /** The matches, in their order. */
  List<WorkMatch> explained() throws IOException {
    if (matches.size() < 2) {
      return matches;
    }
    List<WorkMatch> explained = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      explained.add(explain(i));
    }
    return explained;
  }

  private WorkMatch explain(int own) throws IOException {
    WorkMatch match = matches.get(own);
    List<Passage> passages = new ArrayList<>();
    boolean isShared = false;
    for (Passage passage : match.passages()) {
      List<Integer> others = holders(passage, match);
      Sources sources = sources(passage, match, others);
      String common = passage.common() == null ? common(own, others, sources) : passage.common();
      isShared |= common == null && sources.isOpen();
      passages.add(passage.with(common, ids(match, others)));
    }
    WorkMatch marked = match.withPassages(passages);
    return isShared ? marked.withRemarks(List.of(SHARED)) : marked;
  }

  /** Places of the matches of other works that hold a passage. */
  private List<Integer> holders(Passage passage, WorkMatch own) {
    List<Integer> holders = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      WorkMatch other = matches.get(i);
      if (!other.key().equals(own.key()) && other.holds(passage)) {
        holders.add(i);
      }
    }
    return holders;
  }

  /** One work may stand in two catalogues: it is not another. */
  private List<String> ids(WorkMatch own, List<Integer> others) {
    TreeSet<String> ids = new TreeSet<>();
    others.forEach(i -> ids.add(matches.get(i).reference().work().id()));
    ids.remove(own.reference().work().id());
    return List.copyOf(ids);
  }

  private Sources sources(Passage passage, WorkMatch own, List<Integer> others) throws IOException {
    Sources sources = new Sources(passage, own.reference().work());
    for (int i : others) {
      WorkMatch other = matches.get(i);
      if (passage.common() == null && !relatives.related(own.reference(), other.reference())) {
        sources.add(other);
      }
    }
    return sources;
  }

  private String common(int own, List<Integer> others, Sources sources) throws IOException {
    if (others.size() + 1 >= AUTHORS) {
      List<Integer> all = new ArrayList<>(others);
      all.add(own);
      all.sort(Comparator.naturalOrder());
      Integer authors = unrelatedAuthors.get(all);
      if (authors == null) {
        authors = unrelatedAuthors(all);
        unrelatedAuthors.put(all, authors);
      }
      if (authors >= AUTHORS) {
        return String.format(Locale.ROOT, "stands in works of %d unrelated authors", authors);
      }
    }
    return sources.why();
  }

  /**
   * How many of these works are pairwise unrelated and by different known authors. Those that have
   * least to do with the rest are taken first, so that an anthology does not stand for all that is
   * in it; that may give too few, never too many.
   */
  private int unrelatedAuthors(List<Integer> places) throws IOException {
    List<WorkMatch> works = new ArrayList<>();
    for (int i : places) {
      if (authors(matches.get(i)).isKnown()) {
        works.add(matches.get(i));
      }
    }
    List<Tied> tied = new ArrayList<>();
    for (WorkMatch work : works) {
      tied.add(new Tied(work, ties(work, works)));
    }
    tied.sort(Comparator.comparingInt(Tied::ties).thenComparing(t -> t.work.key()));
    List<WorkMatch> taken = new ArrayList<>();
    for (Tied next : tied) {
      if (ties(next.work, taken) == 0) {
        taken.add(next.work);
      }
    }
    return taken.size();
  }

  /** A work, and how many of those that hold the passage are no others than it. */
  private record Tied(WorkMatch work, int ties) {}

  private int ties(WorkMatch work, List<WorkMatch> others) throws IOException {
    int ties = 0;
    for (WorkMatch other : others) {
      boolean tied =
          authors(work).shareOne(authors(other))
              || relatives.related(work.reference(), other.reference());
      ties += tied ? 1 : 0;
    }
    return ties;
  }

  private static Authors authors(WorkMatch match) {
    return Authors.of(match.reference().work().authors());
  }
}
