package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;

/** What became of one record of the corpus: every record is exactly one of these. */
public sealed interface ReadOutcome {
  /** A document to be looked at. Valid until the reader is asked for the next outcome. */
  record Read(CorpusDocument document) implements ReadOutcome {}

  /**
   * A record that is left out for a reason from the closed list.
   *
   * @param where the record, or the file
   * @param reason why
   * @param detail one phrase for the user, or null
   */
  record Skipped(Origin where, SkipReason reason, String detail) implements ReadOutcome {}

  /**
   * A record, or the rest of a file, that could not be read.
   *
   * @param where the place where reading failed
   * @param message one sentence for the user: what is wrong there
   */
  record Failed(Origin where, String message) implements ReadOutcome {}
}
