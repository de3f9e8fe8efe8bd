package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.notices.CopyNotices;
import dev.bookplate.notices.NoticeLine;

/**
 * One row of {@code notices.csv}: a line of a reference's front or back matter in one copy. Its
 * components are the columns; null is an empty cell.
 *
 * @param copyId id of the finding
 * @param catalogue that holds the work
 * @param workId of the work
 * @param title of the work
 * @param rightsStatus in-copyright, public-domain or unknown
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param record from 0
 * @param editionId of the reference
 * @param part front or back
 * @param lineClass notice, or other
 * @param rule id of the rule, or null
 * @param kind of notice, or null
 * @param filterWord whether the line has a word of the record
 * @param state what is seen: present, altered, absent in context, not covered
 * @param lineBefore state of the nearest line before it that is no missing line of its class
 * @param lineAfter likewise behind it
 * @param difference what differs, or null
 * @param refStart in code points of the reference's text
 * @param refEnd behind its last
 * @param docStart in code points of the document's text, or null
 * @param docEnd behind its last
 * @param refQuote the line; null for other lines, and beyond the run's quote policy
 * @param docQuote what stands in the document, likewise
 */
public record NoticeRow(
    String copyId,
    String catalogue,
    String workId,
    String title,
    String rightsStatus,
    String corpus,
    String path,
    String member,
    long record,
    String editionId,
    String part,
    String lineClass,
    String rule,
    String kind,
    boolean filterWord,
    String state,
    String lineBefore,
    String lineAfter,
    String difference,
    int refStart,
    int refEnd,
    Integer docStart,
    Integer docEnd,
    String refQuote,
    String docQuote) {

  static NoticeRow of(CopyNotices copy, NoticeLine line, String refQuote, String docQuote) {
    FindingLine finding = copy.finding();
    return new NoticeRow(
        finding.id(),
        finding.work().catalogue(),
        finding.work().id(),
        finding.work().title(),
        copy.rights(),
        finding.document().corpus(),
        finding.document().path(),
        finding.document().member(),
        finding.document().record(),
        finding.work().edition().id(),
        line.part(),
        line.isNotice() ? "notice" : "other",
        line.rule(),
        line.kind(),
        line.hasFilterWord(),
        line.state().label(),
        line.before(),
        line.after(),
        line.note(),
        line.reference().start(),
        line.reference().end(),
        line.document() == null ? null : (Integer) line.document().start(),
        line.document() == null ? null : (Integer) line.document().end(),
        refQuote,
        docQuote);
  }
}
