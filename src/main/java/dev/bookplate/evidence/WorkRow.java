package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One row of {@code works.csv}: a work that was looked for, found or not. Its components are the
 * columns, in their order; lists are joined with {@code "; "}, null is an empty cell.
 *
 * <p>The union is that of the edition's words that align exactly in passages which are moderate by
 * themselves, over all documents of the corpus, each word once. Passages that another edition of
 * the work explained better count here too, by what aligns with this one. Of a work that was looked
 * for by fingerprints alone the union is not known: extents, coverages, exactWords and
 * longestRunWords are null.
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
 * @param searchedBy how it was looked for, such as {@code text, hash, title} or {@code identifier,
 *     title}
 * @param findings of this work, of any grade: one a document, and one more for each further edition
 *     that explains a part of it
 * @param documents distinct texts among them
 * @param copies documents that hold most of the work
 * @param grade of the highest finding, which is that of the strongest single passage or other
 *     evidence: many weak ones add up to nothing. Common text raises it no more than that of a
 *     finding. Null without findings
 * @param extent of the union, or null where the union is empty
 * @param unionCoverage words of the union over the edition's, 0 to 1
 * @param exactWords words of the union
 * @param longestRunWords longest unbroken run in a passage that is neither common nor capped
 * @param spanWords words of documents inside passages, summed over the findings
 * @param gradeWithCommon what the grade would be if common text were like any other
 * @param extentWithCommon what the extent would be, or null
 * @param coverageWithCommon what the coverage of the union would be, 0 to 1
 * @param passages that are in the union, over all findings
 * @param distinctTextPassages those of them that stand in documents of distinct texts: of a text
 *     that is there again, only the first is counted
 * @param distinctPassages stretches of the edition that the passages make together: what overlaps,
 *     or lies up to 12 words apart, is one
 * @param longestStretchWords words from the first to the last of the longest of them
 * @param meanTimes words of the edition found, each as often as it was, over the edition's words
 * @param meanTimesDistinctTexts the same over documents of distinct texts only
 * @param shareOnce share of the edition's words that occurs once, 0 to 1; what is in no share does
 *     not occur
 * @param shareTwoToFour two to four times
 * @param shareFiveOrMore five times or more
 * @param mostTimes times that the words which occur most often do
 * @param mostTimesStart ordinal of the first word of the first stretch that does, or null
 * @param mostTimesEnd ordinal of the word behind it, or null
 * @param timesProfile mean times in 50 equal parts of the edition, first to last, with two
 *     decimals; empty where nothing occurs
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
    String gradeWithCommon,
    String extentWithCommon,
    Double coverageWithCommon,
    long passages,
    long distinctTextPassages,
    int distinctPassages,
    int longestStretchWords,
    double meanTimes,
    double meanTimesDistinctTexts,
    double shareOnce,
    double shareTwoToFour,
    double shareFiveOrMore,
    int mostTimes,
    Integer mostTimesStart,
    Integer mostTimesEnd,
    List<String> timesProfile,
    String editionId,
    String editionSha256,
    int editionWords,
    @JsonProperty("short") boolean isShort) {}
