package dev.bookplate.evidence;

import dev.bookplate.origin.Origin;

/**
 * One line of {@code conditions.jsonl}: a document that was searched and is not what a book should
 * be. Its components are the keys, in their order.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param record from 0 within the file or member
 * @param condition one of the closed list: {@code short}, {@code wrong-content}, {@code truncated},
 *     {@code mistitled}
 * @param message how it shows, one sentence
 */
public record ConditionLine(
    String corpus, String path, String member, long record, String condition, String message) {
  /** A condition of a document. */
  public static ConditionLine of(Origin where, String condition, String message) {
    return new ConditionLine(
        where.corpus(), where.path(), where.member(), where.record(), condition, message);
  }

  /** The same with its record counted from the start of the file. */
  ConditionLine rebased(long recordsBefore) {
    return new ConditionLine(corpus, path, member, record + recordsBefore, condition, message);
  }
}
