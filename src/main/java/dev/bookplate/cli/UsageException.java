package dev.bookplate.cli;

/** What was asked for cannot be done. The message is one sentence that says what to do. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
