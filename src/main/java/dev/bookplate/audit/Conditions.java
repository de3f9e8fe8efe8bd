package dev.bookplate.audit;

import dev.bookplate.catalogue.TitleWords;
import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.evidence.ConditionLine;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a file that was searched, as a book: lists of works have to leave it out, or
 * to correct what is said of it. Records of larger files are no books, and have no conditions.
 */
final class Conditions {
  /** Words of a text that are too few for a book. */
  private static final int SHORT = 500;

  /** Share of a document that has to be a work's for it to be that work, cut off. */
  private static final double OF_DOCUMENT = 0.9;

  /** Shares of a work: what begins before the first and ends before the second is cut off. */
  private static final double BEGINNING = 0.05;

  private static final double END = 0.95;

  private final CorpusDocument document;
  private final CorpusDocument.OfFile file;
  private final List<ConditionLine> lines = new ArrayList<>();

  private Conditions(CorpusDocument document, CorpusDocument.OfFile file) {
    this.document = document;
    this.file = file;
  }

  /**
   * The conditions of a document.
   *
   * @param words of it
   * @param findings in it
   */
  static List<ConditionLine> of(CorpusDocument document, int words, List<Finding> findings) {
    CorpusDocument.OfFile file = document.field() == null ? document.facts().get().file() : null;
    if (file == null) {
      return List.of();
    }
    Conditions conditions = new Conditions(document, file);
    conditions.ofFile(words);
    findings.stream().filter(Finding::hasText).forEach(conditions::ofFinding);
    return conditions.lines;
  }

  private void ofFile(int words) {
    if (file.unlike() != null) {
      add("wrong-content", file.unlike());
    }
    if (words < SHORT) {
      add("short", "it has " + words + " words, and a book has " + SHORT + " at least");
    }
  }

  private void ofFinding(Finding finding) {
    String title = finding.reference().work().title();
    double end = end(finding);
    if (end > 0) {
      add(
          "truncated",
          String.format(
              Locale.ROOT,
              "it begins as '%s' does, and ends after %.0f%% of that",
              title,
              end * 100));
    }
    boolean isCopy = finding.extent() != null && finding.extent().compareTo(Extent.MOST) >= 0;
    boolean said = file.title() != null && TitleWords.tells(TitleWords.main(file.title()));
    if (isCopy && said && !TitleWords.agree(file.title(), title)) {
      add("mistitled", "it calls itself '" + file.title() + "', and holds '" + title + "'");
    }
  }

  /** The share of the work after which a document that is all of its beginning ends; else 0. */
  private static double end(Finding finding) {
    int length = finding.reference().edition().codePoints();
    if (finding.measures().documentCoverage() < OF_DOCUMENT || length == 0) {
      return 0;
    }
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (Passage passage : finding.passages()) {
      first = passage.reference() == null ? first : Math.min(first, passage.reference().start());
      last = passage.reference() == null ? last : Math.max(last, passage.reference().end());
    }
    double share = (double) last / length;
    return first < BEGINNING * length && share < END ? share : 0;
  }

  private void add(String condition, String message) {
    lines.add(ConditionLine.of(document.origin(), condition, message));
  }
}
