package dev.bookplate.catalogue;

import java.io.IOException;

/** A file of fingerprints that cannot be used. The message is one sentence that says what to do. */
public final class InvalidSampleException extends IOException {
  private static final long serialVersionUID = 1;

  /** A file that cannot be used. */
  public InvalidSampleException(String message) {
    super(message);
  }

  /** A file that cannot be used, as another exception showed. */
  public InvalidSampleException(String message, Throwable cause) {
    super(message, cause);
  }
}
