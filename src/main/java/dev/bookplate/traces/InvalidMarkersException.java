package dev.bookplate.traces;

/** A file of rules cannot be used; the message is a sentence that names file, line and reason. */
public final class InvalidMarkersException extends Exception {
  private static final long serialVersionUID = 1;

  InvalidMarkersException(String message) {
    super(message);
  }
}
