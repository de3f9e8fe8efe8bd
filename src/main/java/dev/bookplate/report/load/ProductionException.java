package dev.bookplate.report.load;

import java.io.IOException;

/** A production cannot be made as it was asked for. The message is a sentence for the user. */
public final class ProductionException extends IOException {
  private static final long serialVersionUID = 1;

  ProductionException(String message) {
    super(message);
  }
}
