package dev.bookplate.tokens;

import java.util.Locale;

/**
 * Whether ids can have been given by the tokenizer that reads them. Three things tell a wrong one:
 * ids that it does not have, bytes that are no text, and neighbours that it would have written as
 * one token ({@link Joints}).
 */
public final class Plausibility {
  /** Fewer tokens tell nothing. */
  private static final long ENOUGH = 64;

  private static final long ENOUGH_JOINTS = 48;

  /** Files may be damaged in a place or two; a vocabulary that is too small misses far more. */
  private static final double UNKNOWN = 0.01;

  /**
   * Whatever text a tokenizer was given, its ids decode to valid UTF-8. Measured on a byte-level
   * vocabulary of 5,000: 0 where it is right, 0.012 to 0.061 with its ids moved or shuffled.
   */
  private static final double REPLACED = 0.005;

  /** Characters that a document may lose at its two ends, if it was cut out of a longer one. */
  private static final int CUT = 6;

  /** Measured, as above: 0 where it is right, 0.04 with ids moved by one, 0 with shuffled ones. */
  private static final double JOINED = 0.1;

  private final Joints joints;
  private long tokens;
  private long unknown;
  private long replaced;
  private long surplus;
  private long met;
  private long joined;

  Plausibility(TokenDecoder decoder) {
    joints = decoder.joints();
  }

  void token(boolean known) {
    tokens++;
    unknown += known ? 0 : 1;
  }

  void joint(int left, int right) {
    if (joints.meet(left, right)) {
      met++;
      joined += joints.isOne(left, right) ? 1 : 0;
    }
  }

  void replaced(long characters) {
    replaced += characters;
    surplus += Math.max(0, characters - CUT);
  }

  /** Characters of all texts that were not valid, and had to be replaced by U+FFFD. */
  public long replaced() {
    return replaced;
  }

  /** What speaks against the tokenizer, as the first part of a sentence; null if nothing does. */
  public String problem() {
    if (tokens >= ENOUGH && unknown > UNKNOWN * tokens) {
      return percent(unknown, tokens) + " of the ids are not in the tokenizer's vocabulary";
    }
    if (tokens >= ENOUGH && surplus > REPLACED * tokens) {
      return String.format(
          Locale.ROOT,
          "for 1,000 tokens there are %.0f characters that are not valid UTF-8",
          1000.0 * replaced / tokens);
    }
    if (met >= ENOUGH_JOINTS && joined > JOINED * met) {
      return percent(joined, met)
          + " of the tokens that meet inside a word would have been one in this tokenizer";
    }
    return null;
  }

  private static String percent(long part, long all) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
