package dev.bookplate.match;

import java.util.Locale;

/** How much of the work is there; later is more. */
public enum Extent {
  /** Less than an excerpt. */
  QUOTATION,
  /** 300 exact words. */
  EXCERPT,
  /** 10 % of the work's words. */
  PART,
  /** 50 % of the work's words. */
  MOST,
  /** 90 % of the work's words. */
  WHOLE;

  /** Exact words of the smallest excerpt. */
  static final int EXCERPT_WORDS = 300;

  /** What {@code exactWords} of a work of {@code workWords} words amount to. */
  public static Extent of(int exactWords, int workWords) {
    double share = workWords == 0 ? 0 : (double) exactWords / workWords;
    if (share >= 0.9) {
      return WHOLE;
    } else if (share >= 0.5) {
      return MOST;
    } else if (share >= 0.1) {
      return PART;
    }
    return exactWords >= EXCERPT_WORDS ? EXCERPT : QUOTATION;
  }

  /** The name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
