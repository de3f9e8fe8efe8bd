package dev.bookplate.audit;

import java.io.IOException;

/** A catalogue that cannot be used as it is. The message is one sentence that says what to do. */
public final class CatalogueException extends IOException {
  private static final long serialVersionUID = 1;

  /** A catalogue that cannot be used. */
  public CatalogueException(String message) {
    super(message);
  }

  /** A catalogue that cannot be used, as another exception showed. */
  public CatalogueException(String message, Throwable cause) {
    super(message, cause);
  }
}
