package dev.bookplate.match;

import java.util.Locale;

/** The rules that a passage's grade rests on; the strongest that holds decides alone. */
enum GradeRule {
  /** An unbroken run of 50 words. */
  RUN_50(Grade.STRONG),
  /** 200 aligned words at 90 % identity in one passage. */
  ALIGNED_200_AT_90(Grade.STRONG),
  /** An unbroken run of 25 words. */
  RUN_25(Grade.MODERATE),
  /** 75 aligned words at 80 % identity in one passage. */
  ALIGNED_75_AT_80(Grade.MODERATE),
  /** Nothing stronger. */
  WEAKER(Grade.LEAD);

  private final Grade grade;

  GradeRule(Grade grade) {
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

  /** The strongest rule that holds for a passage that nothing keeps down. */
  static GradeRule of(int words, int longestRun, double identity) {
    if (longestRun >= 50) {
      return RUN_50;
    } else if (words >= 200 && identity >= 0.9) {
      return ALIGNED_200_AT_90;
    } else if (longestRun >= 25) {
      return RUN_25;
    }
    return words >= 75 && identity >= 0.8 ? ALIGNED_75_AT_80 : WEAKER;
  }

  /** The rule of a passage: common text and text that says little are never above lead. */
  static GradeRule of(Passage passage) {
    return passage.common() != null || passage.cap() != null
        ? WEAKER
        : of(passage.words(), passage.longestRunWords(), passage.identity());
  }
}
