package dev.bookplate.tokens;

/** A file is no tokenizer that can be used; the message is a sentence that says why. */
public final class TokenizerException extends Exception {
  private static final long serialVersionUID = 1;

  TokenizerException(String message) {
    super(message);
  }

  TokenizerException(String message, Throwable cause) {
    super(message, cause);
  }
}
