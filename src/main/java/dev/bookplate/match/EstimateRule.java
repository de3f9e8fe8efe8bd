package dev.bookplate.match;

import java.util.Locale;

/** The rules that the grade of a passage rests on where the reference's text is not held. */
enum EstimateRule {
  /** Three fingerprints of the edition within 75 words, over 25 of them or more. */
  ESTIMATED_3_FINGERPRINTS_OVER_25_WORDS(Grade.MODERATE),
  /** Two fingerprints of the edition within 60 words. */
  ESTIMATED_2_FINGERPRINTS_IN_60_WORDS(Grade.LEAD);

  private static final int FINGERPRINTS = 3;
  private static final int LEAST_WORDS = 25;
  private static final int MOST_WORDS = 75;

  private final Grade grade;

  EstimateRule(Grade grade) {
    this.grade = grade;
  }

  /** The grade that it gives. */
  Grade grade() {
    return grade;
  }

  /** The name in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stronger rule that holds for a stretch that has enough for a look. */
  static EstimateRule of(Sightings stretch) {
    return stretch.has(FINGERPRINTS, LEAST_WORDS, MOST_WORDS)
        ? ESTIMATED_3_FINGERPRINTS_OVER_25_WORDS
        : ESTIMATED_2_FINGERPRINTS_IN_60_WORDS;
  }
}
