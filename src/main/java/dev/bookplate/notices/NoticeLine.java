package dev.bookplate.notices;

import dev.bookplate.origin.Span;

/**
 * A line of a reference's front or back matter in one copy.
 *
 * @param part {@code front} or {@code back}
 * @param rule id of the rule by which it is a notice, or null for another line
 * @param kind of notice, or null
 * @param hasFilterWord whether it has a word of the record
 * @param state what is seen of it
 * @param reference where it stands in the reference, in code points
 * @param document where it stands in the document, in code points; null where it does not
 * @param refText the line
 * @param docText what stands in the document, or null
 * @param before what is the nearest line before it that is no missing notice, or null
 * @param after likewise behind it
 * @param note what differs, or null
 */
public record NoticeLine(
    String part,
    String rule,
    String kind,
    boolean hasFilterWord,
    NoticeState state,
    Span reference,
    Span document,
    String refText,
    String docText,
    String before,
    String after,
    String note) {
  /** Whether it is a notice, and not another line. */
  public boolean isNotice() {
    return rule != null;
  }
}
