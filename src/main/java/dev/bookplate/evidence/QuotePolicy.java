package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;

/**
 * How much text of the corpus and of the books a run may hold.
 *
 * @param perPassageWords words quoted of one passage at most; whoever makes the quotes keeps to it
 * @param perWorkWords words quoted of one work at most, over the whole run; the merge keeps to it
 */
public record QuotePolicy(int perPassageWords, int perWorkWords) implements Serializable {
  /** 60 words a passage, 600 a work. */
  public static final QuotePolicy DEFAULT = new QuotePolicy(60, 600);

  /** Not a word. */
  public static final QuotePolicy NONE = new QuotePolicy(0, 0);

  /** Refuses negative caps. */
  public QuotePolicy {
    if (perPassageWords < 0 || perWorkWords < 0) {
      throw new IllegalArgumentException(
          "a cap on quotes is 0 or more words, not " + Math.min(perPassageWords, perWorkWords));
    }
  }

  /** Whether no text may be kept at all. */
  @JsonIgnore
  public boolean isNone() {
    return perPassageWords == 0 || perWorkWords == 0;
  }
}
