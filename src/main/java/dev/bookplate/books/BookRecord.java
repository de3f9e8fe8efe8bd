package dev.bookplate.books;

import dev.bookplate.catalogue.rows.BookRow;

/**
 * A row of a source, as a catalogue holds it.
 *
 * @param catalogue its name
 * @param number of the record in its catalogue, from 0, which stays
 * @param row what the source says; its date is its own, or else that of its source
 * @param workId of the work that it was merged to, in its catalogue
 * @param editionId where it stands for an edition whose text the catalogue holds: {@link
 *     dev.bookplate.catalogue.Edition#id()}, else null
 */
public record BookRecord(
    String catalogue, int number, BookRow row, String workId, String editionId) {
  /** Where a catalogue has a row from, as people are told it. */
  public static String told(String catalogue, BookRow row) {
    return catalogue + ": " + row.place() + ", " + row.key();
  }
}
