package dev.bookplate.audit;

import java.io.IOException;

/** There is nothing to measure with. The message is one sentence that says what to do. */
public final class CalibrationException extends IOException {
  private static final long serialVersionUID = 1;

  CalibrationException(String message) {
    super(message);
  }
}
