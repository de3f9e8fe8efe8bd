package dev.bookplate.match;

import dev.bookplate.catalogue.Work;

/**
 * Who is the source of a passage that unrelated works hold too. Of a quotation it is the work that
 * the document goes on with; where the document goes on with none, the older one.
 *
 * <p>Where either work is held as fingerprints alone, nothing is told: an estimate has no exact
 * words by which one could go on beyond the other, and it is not known whether the works are
 * related.
 */
final class Sources {
  /** Exact words below which a passage is of the size of a quotation. */
  private static final int QUOTATION = Extent.EXCERPT_WORDS;

  /** Aligned words by which the document must go on with a work. */
  private static final int GOES_ON = 25;

  /** Words by which the end of an alignment is chance. */
  private static final int SLACK = 8;

  private enum Source {
    OWN,
    OTHER,
    NOT_KNOWN
  }

  private final Passage own;
  private final Work work;
  private String why;
  private int whyWords;
  private boolean open;

  /** Of one passage of a work. */
  Sources(Passage own, Work work) {
    this.own = own;
    this.work = work;
  }

  /** Takes in an unrelated work that holds the passage. */
  void add(WorkMatch other) {
    if (own.isEstimate() || other.isEstimate()) {
      return;
    }
    Source found = Source.NOT_KNOWN;
    for (Passage theirs : other.passages()) {
      Source source = source(theirs, other.reference().work());
      found = source == Source.NOT_KNOWN ? found : source;
      if (source == Source.OTHER) {
        explain(theirs, other.reference().work());
        return;
      }
    }
    open |= found == Source.NOT_KNOWN;
  }

  /** Why the passage is another work's, or null. */
  String why() {
    return why;
  }

  /** Whether a work holds the passage of which it cannot be told who is the source. */
  boolean isOpen() {
    return open;
  }

  /** Of several sources the one that explains most of the document. */
  private void explain(Passage theirs, Work source) {
    if (theirs.exactWords() > whyWords) {
      whyWords = theirs.exactWords();
      why =
          goesOn(theirs, own)
              ? "quotation of " + source.title() + ": the document goes on with that work"
              : "quotation of " + source.title() + ": the older work (" + source.year() + ")";
    }
  }

  private Source source(Passage theirs, Work other) {
    if (theirs.common() != null) {
      return Source.NOT_KNOWN;
    }
    if (explains(theirs, own)) {
      return Source.OTHER;
    }
    if (explains(own, theirs)) {
      return Source.OWN;
    }
    boolean equal = covers(theirs, own) && covers(own, theirs);
    if (!equal || !isQuotation(own) || !isQuotation(theirs)) {
      return Source.NOT_KNOWN;
    }
    return older(other);
  }

  private Source older(Work other) {
    if (work.year() == null || other.year() == null || work.year().equals(other.year())) {
      return Source.NOT_KNOWN;
    }
    return other.year() < work.year() ? Source.OTHER : Source.OWN;
  }

  private static boolean explains(Passage longer, Passage passage) {
    return isQuotation(passage) && covers(longer, passage) && goesOn(longer, passage);
  }

  private static boolean isQuotation(Passage passage) {
    return passage.exactWords() < QUOTATION;
  }

  private static boolean covers(Passage longer, Passage passage) {
    int shared = longer.documentWords().overlap(passage.documentWords());
    return shared >= WorkMatch.SHARED * passage.documentWords().length();
  }

  /** At least so many of its exact words stand outside, and hardly any of the other's. */
  private static boolean goesOn(Passage longer, Passage passage) {
    int shared = longer.documentWords().overlap(passage.documentWords());
    return longer.exactWords() - shared >= GOES_ON
        && passage.documentWords().length() - shared <= SLACK;
  }
}
