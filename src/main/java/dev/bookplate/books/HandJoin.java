package dev.bookplate.books;

/**
 * What somebody decided about two records: that they are of one work, or that they are not. Of
 * several decisions about two records the last one counts; none is ever removed.
 *
 * @param one number of a record
 * @param other number of a record
 * @param isJoin whether they are to be of one work, or to be kept apart
 * @param reason in words
 * @param by who decided, or null
 * @param date on which it was decided, ISO, or null; not part of what a catalogue's digest is of
 */
public record HandJoin(int one, int other, boolean isJoin, String reason, String by, String date) {
  /** Two records, whichever is named first. */
  record Pair(int low, int high) {}

  Pair pair() {
    return new Pair(Math.min(one, other), Math.max(one, other));
  }

  /** What is digested of it. */
  String digested() {
    return one + " " + other + " " + isJoin + " " + reason + " " + by;
  }
}
