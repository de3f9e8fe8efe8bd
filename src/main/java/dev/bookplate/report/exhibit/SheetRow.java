package dev.bookplate.report.exhibit;

/**
 * One row of the index: a sheet, which is the evidence of one finding.
 *
 * @param begBates number of its first page
 * @param endBates number of its last page
 * @param begAttach first number of the sheets of the same training document
 * @param endAttach last number of these
 * @param file that it is in
 * @param firstPage in that file, from 1
 * @param lastPage in that file
 * @param findingId id of the finding
 * @param findingKey its key
 * @param grade of the finding
 * @param workId id of the work
 * @param workTitle its title
 * @param document corpus, path and member
 * @param record of the document
 * @param byteStart of the record
 * @param byteEnd of the record
 * @param fileSha256 of the corpus's file
 * @param textSha256 of the document's text
 * @param editionSha256 of the reference edition's file
 * @param editionTextSha256 of its text
 * @param passages of the finding
 * @param designation or null
 */
public record SheetRow(
    String begBates,
    String endBates,
    String begAttach,
    String endAttach,
    String file,
    int firstPage,
    int lastPage,
    String findingId,
    String findingKey,
    String grade,
    String workId,
    String workTitle,
    String document,
    long record,
    Long byteStart,
    Long byteEnd,
    String fileSha256,
    String textSha256,
    String editionSha256,
    String editionTextSha256,
    int passages,
    String designation) {}
