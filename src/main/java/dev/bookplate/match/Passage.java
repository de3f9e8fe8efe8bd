package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.io.Serializable;
import java.util.List;

/**
 * One stretch of a document that one work explains. Spans are of code points of the extracted
 * texts, word spans of word ordinals.
 *
 * @param document in the document
 * @param reference in the edition: the hull of the pieces; null where its text is not held, and
 *     then exactWords, longestRunWords and identity are null too, and the passage is an estimate
 * @param documentWords in the document, as words
 * @param words of the document inside
 * @param exactWords of them that align exactly
 * @param longestRunWords longest stretch of exactly aligned words without a gap on either side
 * @param identity exactWords over the longer side, 0 to 1
 * @param pieces in document order; one unless the text was reordered
 * @param exactReference the reference's words that align exactly, as ascending disjoint ranges of
 *     word ordinals: what unions of coverage are made of
 * @param common why the passage is common text, or null
 * @param cap why the passage cannot be graded above lead, or null
 * @param otherWorks ids of other works that hold the same stretch, sorted
 * @param quote both sides in words, or null where no text may be kept
 */
public record Passage(
    Span document,
    Span reference,
    Span documentWords,
    int words,
    Integer exactWords,
    Integer longestRunWords,
    Double identity,
    List<Piece> pieces,
    List<Span> exactReference,
    String common,
    String cap,
    List<String> otherWorks,
    Quote quote)
    implements Serializable {

  /** Whether only fingerprints of the edition are held: nothing of its side is known. */
  public boolean isEstimate() {
    return reference == null;
  }

  /** The same passage, with what other works say about it. */
  Passage with(String commonWhy, List<String> works) {
    return new Passage(
        document,
        reference,
        documentWords,
        words,
        exactWords,
        longestRunWords,
        identity,
        pieces,
        exactReference,
        commonWhy,
        cap,
        works,
        quote);
  }

  /**
   * An aligned stretch, in order on both sides.
   *
   * @param document code points
   * @param reference code points; null where the edition's text is not held
   */
  public record Piece(Span document, Span reference) implements Serializable {}

  /**
   * Both sides as they stand in the texts, up to a cap.
   *
   * @param document text of the document
   * @param reference text of the edition, or null where it is not held
   * @param edits where the two differ
   * @param truncated whether the passage goes on beyond the quote
   */
  public record Quote(String document, String reference, List<Edit> edits, boolean truncated)
      implements Serializable {}

  /**
   * One difference: spans of code points of the two quotes. One of them is empty where words were
   * added or left out.
   *
   * @param document in {@link Quote#document}
   * @param reference in {@link Quote#reference}
   */
  public record Edit(Span document, Span reference) implements Serializable {}
}
