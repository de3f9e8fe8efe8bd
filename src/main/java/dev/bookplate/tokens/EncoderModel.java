package dev.bookplate.tokens;

import java.util.List;
import java.util.regex.Pattern;

/** How one tokenizer writes text. */
interface EncoderModel {
  /**
   * Adds the tokens of a text, or of what is between added tokens.
   *
   * @param first whether it is the start of the text
   */
  void encode(String text, boolean first, List<Bpe.Symbol> tokens);

  /** Tokens that are taken out before anything else, or null. */
  Pattern added();

  /** Whether it writes text in Unicode's normal form C. */
  boolean nfc();
}
