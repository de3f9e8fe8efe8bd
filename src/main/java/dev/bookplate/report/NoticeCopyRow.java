package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.notices.CopyNotices;
import dev.bookplate.notices.CopyNotices.Sort;
import dev.bookplate.notices.CopyNotices.Tally;

/**
 * One row of {@code notice-copies.csv}: a copy, and how many notices of its reference were seen in
 * which state. Its components are the columns; null is an empty cell.
 *
 * @param copyId id of the finding
 * @param catalogue that holds the work
 * @param workId of the work
 * @param title of the work
 * @param rightsStatus in-copyright, public-domain or unknown
 * @param stratum source and format
 * @param duplicate whether an earlier copy has the same text, so that rates leave it out
 * @param notExamined why nothing was looked at, or null
 * @param notices lines of the reference that are notices
 * @param present of these
 * @param altered of these
 * @param absentInContext of these
 * @param notCovered of these
 * @param filterWordLines lines of the front matter with a word of the record whose place is held
 * @param filterWordAbsent of these
 * @param otherLines other lines of the front matter whose place is held
 * @param otherAbsent of these
 */
public record NoticeCopyRow(
    String copyId,
    String catalogue,
    String workId,
    String title,
    String rightsStatus,
    String stratum,
    boolean duplicate,
    String notExamined,
    long notices,
    long present,
    long altered,
    long absentInContext,
    long notCovered,
    long filterWordLines,
    long filterWordAbsent,
    long otherLines,
    long otherAbsent) {

  static NoticeCopyRow of(CopyNotices copy) {
    FindingLine finding = copy.finding();
    Tally notices = copy.tally(Sort.NOTICES);
    Tally filtered = copy.tally(Sort.FILTER_WORDS);
    Tally other = copy.tally(Sort.OTHER_FRONT);
    return new NoticeCopyRow(
        finding.id(),
        finding.work().catalogue(),
        finding.work().id(),
        finding.work().title(),
        copy.rights(),
        copy.stratum(),
        copy.isDuplicate(),
        copy.notExamined(),
        notices.covered() + notices.notCovered(),
        notices.present(),
        notices.altered(),
        notices.absent(),
        notices.notCovered(),
        filtered.covered(),
        filtered.absent(),
        other.covered(),
        other.absent());
  }
}
