package dev.bookplate.corpus;

import java.io.IOException;

/** A table cannot be read; the message says why, as a part of a sentence. */
final class UnsupportedTableException extends IOException {
  private static final long serialVersionUID = 1;

  UnsupportedTableException(String message) {
    super(message);
  }
}
