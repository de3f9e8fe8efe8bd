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

  /** Of real text in any language, damaged files included, far fewer. */
  private static final double REPLACED = 0.1;

  /** Measured: under 0.03 where the tokenizer is right, 0.2 and more where it is another. */
  private static final double JOINED = 0.1;

  private final Joints joints;
  private long tokens;
  private long unknown;
  private long replaced;
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
  }

  /** Characters of all texts that had to be replaced by U+FFFD. */
  public long replaced() {
    return replaced;
  }

  /** What speaks against the tokenizer, as the first part of a sentence; null if nothing does. */
  public String problem() {
    if (tokens >= ENOUGH && unknown > UNKNOWN * tokens) {
      return percent(unknown, tokens) + " of the ids are not in the tokenizer's vocabulary";
    }
    if (tokens >= ENOUGH && replaced > REPLACED * tokens) {
      return "for 100 tokens there are "
          + 100 * replaced / tokens
          + " characters that are not valid UTF-8";
    }
    if (met >= ENOUGH_JOINTS && joined > JOINED * met) {
      return percent(joined, met)
          + " of the tokens that meet inside a word would have been one in this tokenizer";
    }
    return null;
  }

  /** For measuring: the share of neighbours that would have been one token. */
  double joinedShare() {
    return met == 0 ? 0 : (double) joined / met;
  }

  private static String percent(long part, long all) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
