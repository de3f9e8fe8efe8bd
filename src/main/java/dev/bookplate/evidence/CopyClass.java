package dev.bookplate.evidence;

/** What a copy is to the copies of the same work that stand before it. */
public enum CopyClass {
  /** There is none before it. */
  FIRST("first"),
  /** The same bytes as one of them: the same place in a file of the same digest. */
  SAME_BYTES("same bytes"),
  /** The same extracted text, in other bytes or at another place. */
  SAME_TEXT("same text"),
  /** By their sketches nearly the same text. */
  NEAR("near"),
  /** Another edition, or another state of the text: none of them resembles it enough. */
  OTHER_EDITION("other edition");

  private final String label;

  CopyClass(String label) {
    this.label = label;
  }

  /** The name in files. */
  public String label() {
    return label;
  }
}
