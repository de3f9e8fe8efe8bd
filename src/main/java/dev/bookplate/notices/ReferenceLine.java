package dev.bookplate.notices;

/**
 * A line of the front or back matter of a reference.
 *
 * @param line where it stands
 * @param rule by which it is a notice, or null for another line
 * @param hasFilterWord whether it has a word of the record
 * @param isFront whether it stands before the book, not behind it
 */
record ReferenceLine(TextLine line, NoticeRule rule, boolean hasFilterWord, boolean isFront) {
  boolean isNotice() {
    return rule != null;
  }
}
