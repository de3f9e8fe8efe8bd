package dev.bookplate.report.page;

import java.util.List;

/**
 * A line as it is drawn, from left to right.
 *
 * @param pieces in that order
 * @param width in ems
 * @param fromRight whether the paragraph is read from right to left
 */
record TextLine(List<Piece> pieces, float width, boolean fromRight) {
  /**
   * Characters of one font and look.
   *
   * @param text in the order in which it is drawn
   * @param face that has it
   * @param look of it
   * @param x where it begins, in ems
   * @param width in ems; 0 of marks
   */
  record Piece(String text, Face face, Look look, float x, float width) {}
}
