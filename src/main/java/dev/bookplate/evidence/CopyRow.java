package dev.bookplate.evidence;

/**
 * One row of {@code copies.csv}: a document that holds most of a work, or all, or is the same file
 * as one of the catalogue's. Its components are the columns, in their order; null is an empty cell.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param record from 0 within the file or member
 * @param byteStart of the record in the decompressed file or member, or null
 * @param byteEnd of the record, or null
 * @param id the record's own, or null
 * @param textSha256 of the extracted text; null where the copy gave none
 * @param inputSha256 of the file
 * @param words of the document, or null
 * @param catalogue that holds the work
 * @param workId of the work
 * @param title of the work
 * @param editionId of the reference edition
 * @param grade of the finding
 * @param extent most or whole; null where the file is the same, and how much of a work it holds is
 *     not measured
 * @param alignedWorkCoverage exact words of the edition inside passages, each once, over the
 *     edition's words; null without text
 * @param alignedDocumentCoverage words of the document inside passages over its words, or null
 * @param longestRunWords or null
 * @param identity 0 to 1, or null
 * @param estimatedResemblance of the document's shingles and the edition's (Jaccard), by their
 *     MinHash sketches: an estimate, on which nothing rests. Null where there is no sketch, like
 *     the eight that follow
 * @param estimatedResemblanceLow lower limit of its 95 % interval
 * @param estimatedResemblanceHigh upper limit
 * @param estimatedWorkInDocument share of the edition's shingles that are in the document
 * @param estimatedWorkInDocumentLow lower limit
 * @param estimatedWorkInDocumentHigh upper limit
 * @param estimatedDocumentInWork share of the document's shingles that are in the edition
 * @param estimatedDocumentInWorkLow lower limit
 * @param estimatedDocumentInWorkHigh upper limit
 * @param findingId of the line in {@code findings.jsonl}
 * @param copyClass what it is to the copies of the same work before it: a label of {@link
 *     CopyClass}
 * @param duplicateOf findingId of the first copy of the same work that has the same bytes, has the
 *     same text or, for near duplicates, begins the group; null for what is no duplicate
 * @param copyGroup findingId of the copy that begins the group of duplicates that it is in
 * @param copyResemblance estimated resemblance with the most similar of the copies before it that
 *     begin a group, of 4,096 at most: near duplicates from 0.8 on. Null where none was compared
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
    Integer words,
    String catalogue,
    String workId,
    String title,
    String editionId,
    String grade,
    String extent,
    Double alignedWorkCoverage,
    Double alignedDocumentCoverage,
    Integer longestRunWords,
    Double identity,
    Double estimatedResemblance,
    Double estimatedResemblanceLow,
    Double estimatedResemblanceHigh,
    Double estimatedWorkInDocument,
    Double estimatedWorkInDocumentLow,
    Double estimatedWorkInDocumentHigh,
    Double estimatedDocumentInWork,
    Double estimatedDocumentInWorkLow,
    Double estimatedDocumentInWorkHigh,
    String findingId,
    String copyClass,
    String duplicateOf,
    String copyGroup,
    Double copyResemblance) {}
