package dev.bookplate.report.page;

/** How words look. What differs is told by a line and by colour, never by colour alone. */
public enum Look {
  /** As it is. */
  PLAIN(0, 0, 0),
  /** Heavier. */
  BOLD(0, 0, 0),
  /** Labels and notes. */
  FAINT(90, 90, 90),
  /** Stands in the document only: underlined, green. */
  DOCUMENT_ONLY(0, 95, 45),
  /** Stands in the edition only: struck through, red. */
  EDITION_ONLY(165, 15, 25);

  final float red;
  final float green;
  final float blue;

  Look(int red, int green, int blue) {
    this.red = red / 255f;
    this.green = green / 255f;
    this.blue = blue / 255f;
  }
}
