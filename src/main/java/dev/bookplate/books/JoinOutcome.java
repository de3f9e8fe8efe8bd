package dev.bookplate.books;

/** What was decided about records that have something in common. */
public enum JoinOutcome {
  /** Two records became records of one work. */
  WORK("one work"),
  /** Two records of one work became records of one edition. */
  EDITION("one edition"),
  /** They share a key, and title or authors disagree. */
  DISAGREE("title or authors disagree"),
  /** So many unrelated titles have the key that it tells nothing. */
  SHARED("too many unrelated titles have it"),
  /** They would be one work, but a shelf or somebody keeps them apart. */
  APART("kept apart by the shelf or by hand"),
  /** A record without a title that may belong to either of two works. */
  AMBIGUOUS("may be of either of two works");

  private final String label;

  JoinOutcome(String label) {
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Whether the records were merged; else they disagree and were kept side by side. */
  public boolean isMerge() {
    return this == WORK || this == EDITION;
  }
}
