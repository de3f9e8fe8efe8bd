package dev.bookplate.evidence;

import dev.bookplate.origin.Origin;

/**
 * One line of {@code unread.jsonl}: a record, a file or the rest of a file that was not read. Its
 * components are the keys, in their order.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param record from 0 within the file or member
 * @param byteStart in the decompressed file or member, or null
 * @param outcome skipped or failed
 * @param reason one of the closed list of reasons to skip, such as {@code no-text-field}; for a
 *     failure {@code failed}
 * @param mayHoldText whether there may be text that nobody looked at: such a line makes the scan's
 *     exit code 3
 * @param message one phrase or sentence for people, or null
 */
public record UnreadLine(
    String corpus,
    String path,
    String member,
    long record,
    Long byteStart,
    String outcome,
    String reason,
    boolean mayHoldText,
    String message) {
  /** The outcome of what was left out on purpose. */
  public static final String SKIPPED = "skipped";

  /** The outcome, and the reason, of what could not be read. */
  public static final String FAILED = "failed";

  /** A record that was left out. */
  public static UnreadLine skipped(
      Origin where, String reason, boolean mayHoldText, String detail) {
    return of(where, SKIPPED, reason, mayHoldText, detail);
  }

  /** A record, or the rest of a file, that could not be read. */
  public static UnreadLine failed(Origin where, String message) {
    return of(where, FAILED, FAILED, true, message);
  }

  /** The same with its record and its offset counted from the start of the file. */
  UnreadLine rebased(long recordsBefore, long bytesBefore) {
    return new UnreadLine(
        corpus,
        path,
        member,
        record + recordsBefore,
        byteStart == null ? null : (Long) (byteStart + bytesBefore),
        outcome,
        reason,
        mayHoldText,
        message);
  }

  private static UnreadLine of(
      Origin where, String outcome, String reason, boolean mayHoldText, String message) {
    return new UnreadLine(
        where.corpus(),
        where.path(),
        where.member(),
        where.record(),
        FindingLines.offset(where.byteStart()),
        outcome,
        reason,
        mayHoldText,
        message);
  }
}
