package dev.bookplate.report;

import java.util.ArrayList;
import java.util.List;

/** How findings come about, what the words of a report mean, and what it does not show. */
public final class MethodWords {
  /**
   * A word, or a warning, and what it says.
   *
   * @param name one word, or a sentence
   * @param text sentences
   */
  public record Term(String name, String text) {}

  /** How two texts are compared. */
  public static final String MATCHING =
      "Both sides are brought to the same words: case, punctuation, spacing, quotation marks,"
          + " ligatures and hyphens at line ends have no effect. Fingerprints of short stretches"
          + " of words propose where a document and an edition may agree. There the two texts are"
          + " aligned word by word, and what is reported is counted on that alignment.";

  /** What becomes of text that many have. */
  public static final String COMMON =
      "Text that stands in the background, or in works of many unrelated authors, is kept and"
          + " marked as common; it raises neither grade nor extent. A passage that is a list, a"
          + " numbering or of very few distinct words is never above lead, and says so.";

  /** Measures of findings. */
  public static final List<Term> MEASURES =
      List.of(
          new Term("Words in passages", "words of the document inside aligned passages."),
          new Term(
              "Exact words", "those of them that agree with the edition's word in their place."),
          new Term(
              "Longest run", "the longest stretch of exact words without a gap on either side."),
          new Term("Of the document", "words in passages over the document's words."),
          new Term(
              "Of the work", "exact words of the edition, each once, over the edition's words."),
          new Term("Identity", "exact words over the longer side of the passages."));

  /** Grades: how sure it is that the document holds text of the work. */
  public static final List<Term> GRADES =
      List.of(
          new Term(
              "strong",
              "an unbroken run of 50 words, or 200 aligned words at 90% in one passage, or the same"
                  + " file by SHA-256 or by two agreeing digests."),
          new Term(
              "moderate",
              "an unbroken run of 25 words, or 75 aligned words at 80% in one passage, or the same"
                  + " file by MD5, SHA-1 or eD2k alone."),
          new Term(
              "lead",
              "anything weaker that deserves a look, identifiers and titles alone included."));

  /** Extents: how much of the work. */
  public static final List<Term> EXTENTS =
      List.of(
          new Term("whole", "90% of the work's words."),
          new Term("most", "50%."),
          new Term("part", "10%."),
          new Term("excerpt", "300 exact words."),
          new Term("quotation", "less."));

  private static final List<Term> LIMITS =
      List.of(
          new Term(
              "A match is not an infringement.",
              "Whether a use is licensed, fair, exempt or unlawful is a question of law that no"
                  + " alignment of words answers."),
          new Term(
              "Presence in a catalogue is not presence in the corpus.",
              "That a work was looked for says nothing; only its findings do."),
          new Term(
              "Presence in the corpus is not training.",
              "What a model was trained on, how often, and what was filtered out before, does not"
                  + " follow from the files of a corpus."),
          new Term(
              "A reference edition is not the deposit copy.",
              "Texts were compared with the files named here by their digests. Whether such a file"
                  + " is the registered work has to be shown by other means."),
          new Term(
              "An estimate is not a finding.",
              "Fingerprints only propose. Each finding above lead rests on an exact alignment or on"
                  + " equal digests of files, and names its basis."),
          new Term(
              "Not found does not mean not there.",
              "Text that is translated, paraphrased, badly scanned, encrypted or cut into runs"
                  + " shorter than the guaranteed length may be missed."),
          new Term(
              "What was not read was not searched.",
              "Records that were skipped or failed are counted and listed; nothing is said about"
                  + " them."),
          new Term(
              "A shared text does not say who took it from whom.",
              "The same words may stand in other books, editions, reviews or sites; other works"
                  + " that hold a passage are named as far as they are in the catalogue."),
          new Term(
              "Rights are as the catalogue states them.",
              "They were not researched here, and unknown means unknown."));

  private static final Term OF_OUTPUTS =
      new Term(
          "That text came out for a prompt does not show how it got in.",
          "It may have been learnt from the book, from quotations of it, or fetched while the"
              + " model answered, and it may have stood in a part of the prompt that was not"
              + " recorded. How often such a prompt gives such text, the records of some answers"
              + " do not tell; nor does an answer without a run show that none would come.");

  /** Place of the warning about outputs among the limits. */
  private static final int BEFORE_RIGHTS = LIMITS.size() - 1;

  private MethodWords() {}

  /**
   * What a reader might take from a report, and must not.
   *
   * @param ofOutputs whether models wrote what was searched
   */
  public static List<Term> limits(boolean ofOutputs) {
    List<Term> limits = new ArrayList<>(LIMITS);
    if (ofOutputs) {
      limits.add(BEFORE_RIGHTS, OF_OUTPUTS);
    }
    return limits;
  }
}
