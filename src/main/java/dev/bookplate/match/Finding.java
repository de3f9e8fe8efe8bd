package dev.bookplate.match;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Places;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * One work in one document, with its evidence, its grade and the reasons for it.
 *
 * @param document what holds the text
 * @param reference what was found in it
 * @param grade how sure
 * @param extent how much; null for a finding without text
 * @param measures in numbers; null for a finding without text
 * @param passages in document order; none for a finding without text
 * @param evidence what the finding rests on
 * @param reasons names of the rules that decided the grade, and why others did not
 */
public record Finding(
    FoundDocument document,
    Reference reference,
    Grade grade,
    Extent extent,
    Measures measures,
    List<Passage> passages,
    List<Evidence> evidence,
    List<String> reasons)
    implements Serializable {

  /** The same finding, with more evidence. */
  Finding with(List<Evidence> more) {
    List<Evidence> all = Stream.concat(evidence.stream(), more.stream()).toList();
    return new Finding(document, reference, grade, extent, measures, passages, all, reasons);
  }

  /** The same finding as something else decides: its grade, evidence and reasons. */
  Finding graded(Grade given, List<Evidence> all, List<String> why) {
    return new Finding(document, reference, given, extent, measures, passages, all, why);
  }

  /** Whether it rests on an alignment, or an estimate of one. */
  public boolean hasText() {
    return measures != null;
  }

  /**
   * The document's side. A file that gave no text may still be a document: by its bytes or name.
   *
   * @param origin where it stands; its record counts within the shard until the merge
   * @param field name of the field that held the text, or null
   * @param id the record's own id, or null
   * @param textSha256 of the extracted text; null without text
   * @param chars code points of the extracted text; null without text
   * @param words of the extracted text; null without text
   * @param bytesSha256 of the file or member itself where its bytes were digested, or null
   * @param language BCP 47 tag, or null
   * @param extractor name and version
   * @param url claimed by the record, or null; likewise the rest
   * @param source claimed
   * @param license claimed
   * @param created claimed
   * @param places the parts of its text that its format names
   */
  public record FoundDocument(
      Origin origin,
      String field,
      String id,
      String textSha256,
      Integer chars,
      Integer words,
      String bytesSha256,
      String language,
      String extractor,
      String url,
      String source,
      String license,
      String created,
      Places places)
      implements Serializable {
    /** Of a text whose bytes were not digested, in a format that names no parts. */
    public FoundDocument(
        Origin origin,
        String field,
        String id,
        String textSha256,
        Integer chars,
        Integer words,
        String language,
        String extractor,
        String url,
        String source,
        String license,
        String created) {
      this(
          origin,
          field,
          id,
          textSha256,
          chars,
          words,
          null,
          language,
          extractor,
          url,
          source,
          license,
          created,
          Places.NONE);
    }

    /** Of a file that gave no text. */
    public static FoundDocument ofBytes(Origin origin, String bytesSha256) {
      return new FoundDocument(
          origin,
          null,
          null,
          null,
          null,
          null,
          bytesSha256,
          null,
          null,
          null,
          null,
          null,
          null,
          Places.NONE);
    }
  }

  /**
   * The work's side.
   *
   * @param work the work
   * @param edition the edition that explains most of the document; null where the catalogue has
   *     none
   * @param catalogue name of the catalogue that holds it
   * @param asOf the catalogue's date, or null
   */
  public record Reference(Work work, Edition edition, String catalogue, String asOf)
      implements Serializable {

    /** The edition's file, among all catalogues: what a background is called by. */
    public String file() {
      return edition.source().equals(catalogue) ? catalogue : catalogue + "/" + edition.source();
    }
  }

  /**
   * Shares are from 0 to 1. What the edition's text is needed for is null where it is not held.
   *
   * @param spanWords words of the document inside passages
   * @param exactWords those that align exactly
   * @param documentCoverage spanWords over the document's words
   * @param workCoverage exact words of the reference inside passages, each once, over the edition's
   *     words
   * @param longestRunWords longest exact stretch
   * @param identity exactWords over the longer side of the passages
   */
  public record Measures(
      int spanWords,
      Integer exactWords,
      double documentCoverage,
      Double workCoverage,
      Integer longestRunWords,
      Double identity)
      implements Serializable {}

  /**
   * One ground of the finding.
   *
   * @param kind text, hash, identifier, title or marker
   * @param basis what it rests on: {@link #ALIGNED}, {@link #ESTIMATED}, {@link #DIGEST}, {@link
   *     #NUMBER}, {@link #NAME} or {@link #TRACE}
   * @param detail name and value, in order
   */
  public record Evidence(String kind, String basis, List<Detail> detail) implements Serializable {
    /** An exact alignment of words. */
    public static final String ALIGNED = "aligned";

    /** Fingerprints or sketches. */
    public static final String ESTIMATED = "estimated";

    /** Digests of a file's bytes. */
    public static final String DIGEST = "digest";

    /** A number that stands for a work or an edition. */
    public static final String NUMBER = "number";

    /** What a book is called, and who wrote it. */
    public static final String NAME = "name";

    /** What a library or a program leaves in what passes through it. */
    public static final String TRACE = "trace";

    /** Of a text that was aligned, or estimated. */
    public Evidence(String kind, boolean aligned, List<Detail> detail) {
      this(kind, aligned ? ALIGNED : ESTIMATED, detail);
    }

    /** Name of the first detail of evidence that speaks for another work. */
    public static final String CONTRADICTS = "contradicts";

    /** Name of the detail that holds text of the document: where none may be kept, it is not. */
    public static final String QUOTE = "quote";

    /** Whether it speaks against the finding that it stands in. */
    public boolean contradicts() {
      return !detail.isEmpty() && detail.get(0).name().equals(CONTRADICTS);
    }

    /** One fact. */
    public record Detail(String name, String value) implements Serializable {}
  }
}
