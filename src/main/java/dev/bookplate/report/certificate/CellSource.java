package dev.bookplate.report.certificate;

import java.util.List;

/**
 * One row of the index: cells of one row of a summary, and one source that they come from. A cell
 * that was counted over several documents has a row for each.
 *
 * @param summary file of the run that the cells are in
 * @param line of that file, from 1; the head is line 1
 * @param row id of the finding, or of the work
 * @param columns names of the cells
 * @param source what they come from: document, edition, catalogue, or corpus for what was not found
 *     in all of it
 * @param findingId id of the finding that leads there, or null
 * @param findingLine its line in findings.jsonl, from 1
 * @param file corpus and path, edition's file, or catalogue
 * @param sha256 digest of that file, or of the catalogue
 * @param member path inside archives
 * @param record from 0 within the file or member
 * @param byteStart of the record's bytes
 * @param byteEnd of these
 * @param textSha256 of the text that offsets count in
 */
public record CellSource(
    String summary,
    long line,
    String row,
    List<String> columns,
    String source,
    String findingId,
    Long findingLine,
    String file,
    String sha256,
    String member,
    Long record,
    Long byteStart,
    Long byteEnd,
    String textSha256) {}
