package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says of each passage which other works hold the same stretch. None is suppressed for another: two
 * editions, or an omnibus and its parts, are all named. Text that stands in the works of five or
 * more unrelated authors is common, and proves none of them.
 */
final class Attribution {
  /** Share of a passage that another work must explain to be named for it. */
  private static final double SHARED = 0.8;

  private static final int AUTHORS = 5;

  private Attribution() {}

  static List<WorkMatch> explain(List<WorkMatch> matches) {
    if (matches.size() < 2) {
      return matches;
    }
    List<WorkMatch> explained = new ArrayList<>();
    for (WorkMatch match : matches) {
      explained.add(
          match.withPassages(
              match.passages().stream().map(p -> explain(p, match, matches)).toList()));
    }
    return explained;
  }

  private static Passage explain(Passage passage, WorkMatch own, List<WorkMatch> matches) {
    TreeSet<String> others = new TreeSet<>();
    TreeMap<String, String> authors = new TreeMap<>();
    authors.put(author(own), own.reference().work().id());
    for (WorkMatch match : matches) {
      if (!match.key().equals(own.key()) && shares(passage, match)) {
        others.add(match.reference().work().id());
        authors.put(author(match), match.reference().work().id());
      }
    }
    authors.remove("");
    String common =
        passage.common() == null && authors.size() >= AUTHORS
            ? String.format(Locale.ROOT, "stands in works of %d unrelated authors", authors.size())
            : passage.common();
    return passage.with(common, List.copyOf(others));
  }

  private static boolean shares(Passage passage, WorkMatch other) {
    int shared = 0;
    for (Passage theirs : other.passages()) {
      shared += passage.documentWords().overlap(theirs.documentWords());
    }
    Span span = passage.documentWords();
    return shared >= SHARED * span.length();
  }

  /** The first author, folded so that small differences in writing do not make two of one. */
  private static String author(WorkMatch match) {
    List<String> authors = match.reference().work().authors();
    return authors.isEmpty()
        ? ""
        : authors.get(0).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
  }
}
