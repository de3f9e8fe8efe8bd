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

  /** The name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
