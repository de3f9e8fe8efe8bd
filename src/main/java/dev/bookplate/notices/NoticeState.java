package dev.bookplate.notices;

/** What is seen of a line of the reference in a copy. */
public enum NoticeState {
  /** Its words stand there, in their order, with nothing between them. */
  PRESENT("present"),
  /** Most of its words stand there, and something is left out, added or changed. */
  ALTERED("altered"),
  /** It is not there, and the lines before and after it are. */
  ABSENT_IN_CONTEXT("absent in context"),
  /** It is not there, and neither are the lines around it, or not on both sides. */
  NOT_COVERED("not covered");

  private final String label;

  NoticeState(String label) {
    this.label = label;
  }

  /** The name in files. */
  public String label() {
    return label;
  }

  /** Whether the copy holds the place where the line would be. */
  public boolean isCovered() {
    return this != NOT_COVERED;
  }

  boolean isThere() {
    return this == PRESENT || this == ALTERED;
  }
}
