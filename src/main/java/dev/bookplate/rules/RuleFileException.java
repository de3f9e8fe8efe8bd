package dev.bookplate.rules;

import java.io.IOException;

/** A file of rules is not what it should be; says file, line, field and what to do. */
public final class RuleFileException extends IOException {
  private static final long serialVersionUID = 1;

  /** With one sentence. */
  public RuleFileException(String message) {
    super(message);
  }

  /** With one sentence, and what was thrown first. */
  public RuleFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
