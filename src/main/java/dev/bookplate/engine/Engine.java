package dev.bookplate.engine;

import java.io.Closeable;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** Runs every task once and returns one result a task, in the order of the tasks. */
public interface Engine {
  /**
   * Runs all tasks.
   *
   * @param tasks independent of each other
   * @param factory makes a worker for each thread or partition; it and everything that it holds is
   *     serialisable, because another engine may send it elsewhere
   * @param done told of each result as it comes, one at a time, in any order
   * @return one result a task, in the order of the tasks
   * @throws EngineException if a worker threw; its cause is what was thrown
   * @throws InterruptedException if the run was stopped
   */
  <T extends Serializable, R extends Serializable> List<R> run(
      List<T> tasks, WorkerFactory<T, R> factory, Consumer<R> done) throws InterruptedException;

  /** Makes workers, at most one for every task that runs at the same time. */
  interface WorkerFactory<T, R> extends Serializable {
    /** A worker that one thread at a time will use. */
    Worker<T, R> create() throws Exception;
  }

  /** Does tasks one after the other; belongs to one thread at a time. */
  interface Worker<T, R> extends Closeable {
    /** Does one task. A file that cannot be read is part of the result, not an exception. */
    R apply(T task) throws Exception;
  }

  /** A worker threw: an error of this program, or of the machine. */
  final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the worker threw. */
    public EngineException(Throwable cause) {
      super(cause);
    }
  }
}
