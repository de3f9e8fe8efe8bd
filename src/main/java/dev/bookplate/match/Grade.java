package dev.bookplate.match;

import java.util.Locale;

/** How sure it is that the document holds text of the work; later is surer. */
public enum Grade {
  /** Weaker than any rule, but deserves a look. */
  LEAD,
  /** An unbroken run of 25 words, or 75 aligned words at 80 % in one passage. */
  MODERATE,
  /** An unbroken run of 50 words, or 200 aligned words at 90 % in one passage, or the same file. */
  STRONG;

  /**
   * The grade that one passage gives by its measures alone, common or not.
   *
   * @param words of the document inside
   * @param longestRun unbroken, in words
   * @param identity 0 to 1
   */
  public static Grade of(int words, int longestRun, double identity) {
    return GradeRule.of(words, longestRun, identity).grade();
  }

  /** The name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
