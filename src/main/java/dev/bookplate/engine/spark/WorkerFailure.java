package dev.bookplate.engine.spark;

/**
 * Carries what a worker threw, which is not its cause: Spark ends an executor, and in local mode
 * this process, for an error that it finds among the causes of an exception.
 */
final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final Throwable thrown;

  WorkerFailure(Throwable thrown) {
    super(String.valueOf(thrown));
    this.thrown = thrown;
  }

  /** What a worker threw, somewhere among the causes of what Spark threw; else that itself. */
  static Throwable in(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof WorkerFailure carrier) {
        return carrier.thrown;
      }
    }
    return failure;
  }
}
