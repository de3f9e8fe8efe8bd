package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One row of {@code works.csv}: a work that was looked for, found or not. Its components are the
 * columns, in their order; lists are joined with {@code "; "}, null is an empty cell.
 *
 * <p>The union is that of the edition's words that align exactly in passages which are moderate by
 * themselves, over all documents of the corpus, each word once. Of a work that was looked for by
 * fingerprints alone the words are not known: extent, unionCoverage, exactWords and longestRunWords
 * are null.
 *
 * @param catalogue that holds the work
 * @param asOf the catalogue's date, or null
 * @param workId unique in the catalogue
 * @param title of the work
 * @param authors in order
 * @param isbns ISBN-13
 * @param asin Amazon's number, or null
 * @param publisher as given, or null
 * @param year of publication, or null
 * @param holder of the rights, or null
 * @param registrations at the US Copyright Office
 * @param rightsStatus in-copyright, public-domain or unknown
 * @param rightsJurisdiction ISO 3166, or null
 * @param rightsRule what decided the status, or null
 * @param permission in words, or null
 * @param searchedBy how it was looked for, such as {@code text} or {@code none: no text}
 * @param findings documents with a finding of this work, of any grade
 * @param documents distinct texts among them
 * @param copies documents that hold most of the work
 * @param grade of the highest finding, or null without findings
 * @param extent of the union, or null where the union is empty
 * @param unionCoverage words of the union over the edition's, 0 to 1
 * @param exactWords words of the union
 * @param longestRunWords longest unbroken run in a passage that is neither common nor capped
 * @param spanWords words of documents inside passages, summed over the findings
 * @param editionId of the reference edition: the one with the largest union; null without any
 * @param editionSha256 of its file
 * @param editionWords of its text; 0 without any
 * @param isShort whether that edition has a text of under 1,000 words
 */
public record WorkRow(
    String catalogue,
    String asOf,
    String workId,
    String title,
    List<String> authors,
    List<String> isbns,
    String asin,
    String publisher,
    Integer year,
    String holder,
    List<String> registrations,
    String rightsStatus,
    String rightsJurisdiction,
    String rightsRule,
    String permission,
    String searchedBy,
    long findings,
    long documents,
    long copies,
    String grade,
    String extent,
    Double unionCoverage,
    Integer exactWords,
    Integer longestRunWords,
    long spanWords,
    String editionId,
    String editionSha256,
    int editionWords,
    @JsonProperty("short") boolean isShort) {}
