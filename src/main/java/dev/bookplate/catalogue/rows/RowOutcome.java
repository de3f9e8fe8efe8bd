package dev.bookplate.catalogue.rows;

/** What came of one record of a source. */
public sealed interface RowOutcome {
  /** A row that says something of a book. */
  record Read(BookRow row) implements RowOutcome {}

  /**
   * A record that is no use.
   *
   * @param reason one sentence
   */
  record Rejected(RowPlace place, String reason) implements RowOutcome {}
}
