package dev.bookplate.audit;

import java.io.IOException;

/** A signature that does not hold. The message is one sentence that says what to do. */
public final class UnverifiedException extends IOException {
  private static final long serialVersionUID = 1;

  /** A signature that does not hold. */
  public UnverifiedException(String message) {
    super(message);
  }
}
