package dev.bookplate.cli;

/** Something is not what its digest is of. The message is one sentence that says what to do. */
final class EvidenceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EvidenceException(String message) {
    super(message);
  }
}
