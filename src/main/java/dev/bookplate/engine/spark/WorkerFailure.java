package dev.bookplate.engine.spark;

/**
 * Carries what a worker threw. An error that crossed Spark as it is would end the executor, and in
 * local mode this process.
 */
final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  WorkerFailure(Throwable cause) {
    super(cause);
  }

  /** What a worker threw, somewhere among the causes of what Spark threw; else that itself. */
  static Throwable in(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof WorkerFailure && e.getCause() != null) {
        return e.getCause();
      }
    }
    return thrown;
  }
}
