package dev.bookplate.cli;

/** What was asked for is there, and cannot be read. The message says where and why. */
final class UnreadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadException(String message) {
    super(message);
  }
}
