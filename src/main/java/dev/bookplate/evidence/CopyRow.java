package dev.bookplate.evidence;

/**
 * One row of {@code copies.csv}: a document that holds most of a work, or all. Its components are
 * the columns, in their order; null is an empty cell.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param record from 0 within the file or member
 * @param byteStart of the record in the decompressed file or member, or null
 * @param byteEnd of the record, or null
 * @param id the record's own, or null
 * @param textSha256 of the extracted text
 * @param inputSha256 of the file
 * @param words of the document
 * @param catalogue that holds the work
 * @param workId of the work
 * @param title of the work
 * @param editionId of the reference edition
 * @param grade of the finding
 * @param extent most or whole
 * @param workCoverage 0 to 1, or null without text
 * @param documentCoverage 0 to 1, or null
 * @param longestRunWords or null
 * @param identity 0 to 1, or null
 * @param findingId of the line in {@code findings.jsonl}
 * @param duplicateOf findingId of the first copy of the same work with the same text, or null for
 *     that one itself
 * @param duplicateBasis why it is a duplicate, such as {@code same text}, or null
 */
public record CopyRow(
    String corpus,
    String path,
    String member,
    long record,
    Long byteStart,
    Long byteEnd,
    String id,
    String textSha256,
    String inputSha256,
    int words,
    String catalogue,
    String workId,
    String title,
    String editionId,
    String grade,
    String extent,
    Double workCoverage,
    Double documentCoverage,
    Integer longestRunWords,
    Double identity,
    String findingId,
    String duplicateOf,
    String duplicateBasis) {}
