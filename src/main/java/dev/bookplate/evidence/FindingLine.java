package dev.bookplate.evidence;

import dev.bookplate.match.Grade;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code findings.jsonl}: its components are the keys, in their order. Unknown is null.
 * All offsets are half-open and count Unicode code points of the extracted text.
 *
 * @param id digest of work, document and evidence; does not depend on the record's number
 * @param key digest of the work's id and the text's SHA-256: stable over paths and profiles
 * @param grade lead, moderate or strong
 * @param extent quotation, excerpt, part, most or whole; null without text
 * @param kinds of the evidence
 * @param document what holds the text
 * @param work what was found in it
 * @param measures null without text
 * @param passages in document order
 * @param evidence what the finding rests on
 * @param reasons names of the rules that decided the grade
 */
public record FindingLine(
    String id,
    String key,
    String grade,
    String extent,
    List<String> kinds,
    DocumentLine document,
    WorkLine work,
    MeasuresLine measures,
    List<PassageLine> passages,
    List<EvidenceLine> evidence,
    List<String> reasons) {

  /**
   * The document's side; see PRODUCT's words.
   *
   * @param corpus name of the corpus root
   * @param path relative to it
   * @param inputSha256 of that file; null in a shard's file, filled in by the merge
   * @param member path inside archives
   * @param record from 0 within the file or member
   * @param byteStart of the record in the decompressed file or member
   * @param byteEnd of the record
   * @param field that held the text
   * @param id the record's own
   * @param textSha256 of the extracted text, UTF-8; null of a file that gave none, like the two
   *     that follow
   * @param chars code points
   * @param words of the text
   * @param language BCP 47
   * @param extractor name and version
   * @param claims url, source, license, created
   */
  public record DocumentLine(
      String corpus,
      String path,
      String inputSha256,
      String member,
      long record,
      Long byteStart,
      Long byteEnd,
      String field,
      String id,
      String textSha256,
      Integer chars,
      Integer words,
      String language,
      String extractor,
      Map<String, String> claims) {}

  /**
   * The work's side.
   *
   * @param id in its catalogue
   * @param title of the work
   * @param authors in order
   * @param isbns ISBN-13
   * @param asin Amazon's number
   * @param publisher as given
   * @param holder of the rights
   * @param registrations at the US Copyright Office
   * @param rights status and rule
   * @param permission in words
   * @param catalogue its name
   * @param asOf the catalogue's date
   * @param source reference file, relative to the catalogue's source root
   * @param edition the reference edition
   */
  public record WorkLine(
      String id,
      String title,
      List<String> authors,
      List<String> isbns,
      String asin,
      String publisher,
      String holder,
      List<String> registrations,
      RightsLine rights,
      String permission,
      String catalogue,
      String asOf,
      String source,
      EditionLine edition) {}

  /** Rights of a work. */
  public record RightsLine(String status, String jurisdiction, String rule, String asOf) {}

  /** The reference edition. */
  public record EditionLine(
      String id, String sha256, String textSha256, int words, String extractor) {}

  /**
   * Measures, rounded half-even to 4 decimals. Where the edition's text is not held, all but the
   * first and the document's share are null, and the evidence has estimates.
   */
  public record MeasuresLine(
      int spanWords,
      Integer exactWords,
      double documentCoverage,
      Double workCoverage,
      Integer longestRunWords,
      Double identity) {}

  /**
   * One passage. Where the edition's text is not held, its side is null: refStart, refEnd,
   * exactWords, longestRunWords, identity and refQuote.
   *
   * @param docStart in the document
   * @param docEnd in the document
   * @param refStart in the edition
   * @param refEnd in the edition
   * @param words of the document inside
   * @param exactWords that align exactly
   * @param longestRunWords unbroken
   * @param identity exact words over the longer side
   * @param pieces in document order
   * @param refWords word ordinals of the edition that align exactly, as [start, end) pairs
   * @param common whether it is common text
   * @param commonWhy why
   * @param cap why it is not graded above lead, or null
   * @param otherWorks ids of other works that hold the same stretch
   * @param quote the document's words, or null
   * @param refQuote the edition's words, or null
   * @param edits where the quotes differ
   * @param quoteTruncated whether the passage goes on beyond the quote
   * @param place where in the document it stands, as the format names its parts, such as {@code
   *     page 12}, or null
   */
  public record PassageLine(
      int docStart,
      int docEnd,
      Integer refStart,
      Integer refEnd,
      int words,
      Integer exactWords,
      Integer longestRunWords,
      Double identity,
      List<PieceLine> pieces,
      List<List<Integer>> refWords,
      boolean common,
      String commonWhy,
      String cap,
      List<String> otherWorks,
      String quote,
      String refQuote,
      List<EditLine> edits,
      boolean quoteTruncated,
      String place) {

    /** Whether it was found by fingerprints alone: nothing of the edition's side is known. */
    public boolean lacksReference() {
      return refStart == null;
    }

    /** Whether it counts for the work: moderate by itself, and neither common nor capped. */
    public boolean counts() {
      return !common && countsWithCommon();
    }

    /** Whether it counts where common text is counted as well. */
    public boolean countsWithCommon() {
      return !lacksReference() && cap == null && refWords != null && gradeAlone() != Grade.LEAD;
    }

    /** The grade that its measures alone give it, where the reference is held. */
    Grade gradeAlone() {
      return Grade.of(words, longestRunWords, identity);
    }
  }

  /** An aligned stretch. */
  public record PieceLine(int docStart, int docEnd, Integer refStart, Integer refEnd) {}

  /**
   * A difference: code points of the two quotes; one side is empty where words were added or left
   * out.
   */
  public record EditLine(int quoteStart, int quoteEnd, int refQuoteStart, int refQuoteEnd) {}

  /**
   * One ground of the finding.
   *
   * @param kind text, hash, identifier, title or marker
   * @param basis what it rests on: aligned, estimated, digest, number, name or trace
   * @param detail names and values
   */
  public record EvidenceLine(String kind, String basis, Map<String, String> detail) {}
}
