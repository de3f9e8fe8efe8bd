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
 * @param runs the document's unbroken exactly aligned stretches, as words, in its order; none of an
 *     estimate
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
    Quote quote,
    List<Span> runs)
    implements Serializable {
  /** The cap of a passage that stood in the prompt already: it counts for nothing. */
  public static final String IN_PROMPT = "in-prompt";

  /** A passage of which no runs are told. */
  public Passage(
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
      Quote quote) {
    this(
        document,
        reference,
        documentWords,
        words,
        exactWords,
        longestRunWords,
        identity,
        pieces,
        exactReference,
        common,
        cap,
        otherWorks,
        quote,
        List.of());
  }

  /** Whether whoever wrote the document had been given these words. */
  public boolean isInPrompt() {
    return IN_PROMPT.equals(cap);
  }

  /** Whether it may count for the work: neither common nor kept down. */
  public boolean isFree() {
    return common == null && cap == null;
  }

  /** The same passage, as one that stood in the prompt. */
  Passage inPrompt() {
    return with(common, IN_PROMPT, otherWorks);
  }

  /** Whether only fingerprints of the edition are held: nothing of its side is known. */
  public boolean isEstimate() {
    return reference == null;
  }

  /** The same passage, with what other works say about it. */
  Passage with(String commonWhy, List<String> works) {
    return with(commonWhy, cap, works);
  }

  private Passage with(String commonWhy, String capped, List<String> works) {
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
        capped,
        works,
        quote,
        runs);
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
