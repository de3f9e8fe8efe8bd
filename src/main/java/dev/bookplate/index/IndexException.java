package dev.bookplate.index;

import java.io.IOException;

/** A catalogue's index that cannot be used. The message is one sentence that says what to do. */
public final class IndexException extends IOException {
  private static final long serialVersionUID = 1;

  /** An index that cannot be used. */
  public IndexException(String message) {
    super(message);
  }

  /** An index that cannot be used, as another exception showed. */
  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
