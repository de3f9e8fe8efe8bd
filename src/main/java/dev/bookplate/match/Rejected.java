package dev.bookplate.match;

import java.io.Serializable;

/**
 * A candidate that fingerprints proposed and that is no passage of a finding, and why. Numbers are
 * of words, counted from 0 in each text; null where the rule did not come to it.
 *
 * @param reference work and edition that it was a candidate for
 * @param rule name of the rule that rejected it
 * @param detail what the rule saw, as a phrase
 * @param docWord first word of the document
 * @param docWords words of the document
 * @param refWord first word of the edition
 * @param exactWords that align exactly
 * @param longestRunWords unbroken
 * @param identity exact words over the longer side
 */
public record Rejected(
    Finding.Reference reference,
    String rule,
    String detail,
    int docWord,
    Integer docWords,
    int refWord,
    Integer exactWords,
    Integer longestRunWords,
    Double identity)
    implements Serializable {
  /** Fingerprints in common, none of whose surroundings go on alike. */
  static final String LONE = "lone-fingerprints";

  /** Fingerprints in common from which no piece of five words grew. */
  static final String NOTHING_ALIGNS = "nothing-aligns";

  /** Aligned, and too little to be a passage. */
  static final String TOO_LITTLE = "too-little";

  /** Aligned with an edition, where another edition of the work explains it as well. */
  static final String OTHER_EDITION = "explained-by-other-edition";

  /** Takes note of what is rejected; with none nothing is worked out. */
  @FunctionalInterface
  public interface Log {
    /** One candidate of the document that is looked at. */
    void rejected(Rejected candidate);
  }

  static Rejected lone(Finding.Reference reference, int places, int doc, int ref) {
    return new Rejected(
        reference,
        LONE,
        places + (places == 1 ? " place" : " places") + ", the first is told",
        doc,
        null,
        ref,
        null,
        null,
        null);
  }

  static Rejected unaligned(Finding.Reference reference, Seeds seeds) {
    return new Rejected(
        reference,
        NOTHING_ALIGNS,
        seeds.count() + (seeds.count() == 1 ? " place" : " places") + ", the first is told",
        seeds.doc(0),
        null,
        seeds.ref(0),
        null,
        null,
        null);
  }

  static Rejected otherEdition(Finding.Reference reference, Passage passage) {
    return new Rejected(
        reference,
        OTHER_EDITION,
        "the edition that explains most of the document is reported",
        passage.documentWords().start(),
        passage.words(),
        passage.exactReference().getFirst().start(),
        passage.exactWords(),
        passage.longestRunWords(),
        passage.identity());
  }
}
