package dev.bookplate.evidence;

import dev.bookplate.match.Finding;
import dev.bookplate.match.Rejected;
import dev.bookplate.origin.Origin;

/**
 * One line of {@code candidates.jsonl}: what fingerprints proposed and a rule rejected. Its
 * components are the keys, in their order. Holds no text. Words are counted from 0 in each text;
 * null is what the rule did not come to.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param record from 0 within the file or member
 * @param catalogue that holds the work
 * @param workId of the work
 * @param editionId of the edition
 * @param rule that rejected it: {@code lone-fingerprints}, {@code nothing-aligns}, {@code
 *     too-little}, {@code explained-by-other-edition}
 * @param detail what the rule saw, as a phrase
 * @param docWord first word of the document
 * @param docWords words of the document
 * @param refWord first word of the edition
 * @param exactWords that align exactly
 * @param longestRunWords unbroken
 * @param identity exact words over the longer side, with four decimals
 */
public record CandidateLine(
    String corpus,
    String path,
    String member,
    long record,
    String catalogue,
    String workId,
    String editionId,
    String rule,
    String detail,
    int docWord,
    Integer docWords,
    int refWord,
    Integer exactWords,
    Integer longestRunWords,
    Double identity) {

  /** A candidate in a document. */
  public static CandidateLine of(Origin where, Rejected rejected) {
    Finding.Reference reference = rejected.reference();
    return new CandidateLine(
        where.corpus(),
        where.path(),
        where.member(),
        where.record(),
        reference.catalogue(),
        reference.work().id(),
        reference.edition().id(),
        rejected.rule(),
        rejected.detail(),
        rejected.docWord(),
        rejected.docWords(),
        rejected.refWord(),
        rejected.exactWords(),
        rejected.longestRunWords(),
        rejected.identity() == null ? null : (Double) FindingLines.rounded(rejected.identity()));
  }

  /** The same with its record counted from the start of the file. */
  CandidateLine rebased(long recordsBefore) {
    return new CandidateLine(
        corpus,
        path,
        member,
        record + recordsBefore,
        catalogue,
        workId,
        editionId,
        rule,
        detail,
        docWord,
        docWords,
        refWord,
        exactWords,
        longestRunWords,
        identity);
  }
}
