package dev.bookplate.catalogue;

/**
 * A list of works that cannot be used as a whole. The message is one sentence that names the list
 * and says what to do.
 */
public final class InvalidListException extends Exception {
  private static final long serialVersionUID = 1;

  /** A list that cannot be used, for a reason. */
  public InvalidListException(String message) {
    super(message);
  }

  /** A list that cannot be used, for a reason found by another exception. */
  public InvalidListException(String message, Throwable cause) {
    super(message, cause);
  }
}
