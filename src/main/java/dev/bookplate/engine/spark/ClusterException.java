package dev.bookplate.engine.spark;

/** A cluster cannot be used as it was asked for. Its message tells the user why. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClusterException(String message) {
    super(message);
  }

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
