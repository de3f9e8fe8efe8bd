package dev.bookplate.match;

import java.util.Locale;

/** The rules that decide what is reported, and as what, in words. */
public final class GradeFacts {
  private GradeFacts() {}

  /** What is too little to be a passage. */
  public static String leastPassage() {
    return String.format(
        Locale.ROOT,
        "an unbroken run of %d words, or %d words that align exactly where half of the longer side"
            + " does; of Chinese and Japanese %d and %d characters",
        PassageMaker.RUN,
        PassageMaker.EXACT,
        PassageMaker.CHARACTER_RUN,
        PassageMaker.CHARACTER_EXACT);
  }

  /** The rules of the grades; the strongest decides alone. */
  public static String grades() {
    return "strong: "
        + GradeRule.RUN_50.label()
        + ", "
        + GradeRule.ALIGNED_200_AT_90.label()
        + "; moderate: "
        + GradeRule.RUN_25.label()
        + ", "
        + GradeRule.ALIGNED_75_AT_80.label()
        + "; else lead. A run is of unbroken words; aligned N at P is N words of a passage with"
        + " P per cent identity. The strongest rule that one passage meets decides, never a blend";
  }

  /** What raises no grade. */
  public static String commonText() {
    return "a passage that stands in the background, in the licence of the reference edition or in"
        + " works of five or more unrelated authors, or that says little, is kept and never above"
        + " lead";
  }
}
