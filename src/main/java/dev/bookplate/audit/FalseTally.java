package dev.bookplate.audit;

import dev.bookplate.evidence.Calibration.FalseCase;
import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.match.Grade;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was found where nothing is to be found, document by document. */
final class FalseTally {
  private static final int MOST_CASES = 100;

  private record Pair(String source, String key) {}

  private record Case(Pair pair, String work, int documents, Grade grade, int longestRunWords) {
    Case and(Case other) {
      return new Case(
          pair,
          work,
          documents + other.documents,
          higher(grade, other.grade),
          Math.max(longestRunWords, other.longestRunWords));
    }

    FalseCase row() {
      return new FalseCase(pair.source(), work, documents, grade.label(), longestRunWords);
    }
  }

  private static final Comparator<Case> WORST_FIRST =
      Comparator.comparing(Case::grade)
          .thenComparingInt(Case::documents)
          .thenComparingInt(Case::longestRunWords)
          .reversed()
          .thenComparing(c -> String.valueOf(c.pair().source()))
          .thenComparing(c -> c.pair().key());

  private final String control;
  private final String language;
  private final long seed;
  private final RateMaker documents;
  private final Map<Pair, Case> cases = new HashMap<>();
  private final Map<String, Grade> books = new TreeMap<>();
  private long words;

  FalseTally(String control, String language, long seed) {
    this.control = control;
    this.language = language;
    this.seed = seed;
    documents = new RateMaker(seed);
  }

  /**
   * Counts the documents of one task.
   *
   * @param book whose text they are of, or one number for all where they are of no book
   * @param source id of the work whose text they are of, or null
   * @param count of the documents
   * @param wordCount of all
   * @param hits in them that are false
   */
  void add(int book, String source, int count, long wordCount, List<FalseHit> hits) {
    Map<Integer, Grade> highest = new TreeMap<>();
    for (FalseHit hit : hits) {
      highest.merge(hit.document(), hit.grade(), FalseTally::higher);
      Pair pair = new Pair(source, hit.key());
      books.merge(source == null ? hit.key() : source, hit.grade(), FalseTally::higher);
      String work = hit.reference().work().id();
      cases.merge(pair, new Case(pair, work, 1, hit.grade(), hit.longestRunWords()), Case::and);
    }
    for (int i = 0; i < count; i++) {
      documents.add(book, highest.get(i));
    }
    words += wordCount;
  }

  private static Grade higher(Grade a, Grade b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** The row; {@code count} are the books that should not be found, or whose text was looked at. */
  FalseFindings row(int count) {
    RateMaker byBook = new RateMaker(seed);
    List<Grade> found = List.copyOf(books.values());
    for (int i = 0; i < count; i++) {
      byBook.add(i, i < found.size() ? found.get(i) : null);
    }
    return new FalseFindings(
        control,
        language,
        count,
        words,
        documents.rates(),
        byBook.rates(),
        cases.values().stream().sorted(WORST_FIRST).limit(MOST_CASES).map(Case::row).toList());
  }
}
