package dev.bookplate.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs tasks on threads of this process, each with a worker of its own, in the order given.
 *
 * <p>The first exception of a worker stops the run: the other threads are interrupted, every worker
 * is closed, and only then does {@link #run} throw. An interrupted caller stops the run in the same
 * way, after a while in which the tasks in hand may end; no other is begun. A worker that ignores
 * interrupts is waited for until its task ends.
 */
public final class LocalEngine implements Engine {
  private final int threads;
  private final Duration patience;

  /**
   * An engine of its own threads.
   *
   * @param threads at least 1; a run starts no more of them than it has tasks
   */
  public LocalEngine(int threads) {
    this(threads, Duration.ZERO);
  }

  /**
   * An engine of its own threads.
   *
   * @param threads at least 1; a run starts no more of them than it has tasks
   * @param patience that tasks in hand are given when the caller is interrupted
   */
  public LocalEngine(int threads, Duration patience) {
    if (threads < 1) {
      throw new IllegalArgumentException("an engine needs at least one thread, not " + threads);
    }
    this.threads = threads;
    this.patience = patience;
  }

  @Override
  public <T extends Serializable, R extends Serializable> List<R> run(
      List<T> tasks, WorkerFactory<T, R> factory, Consumer<R> done) throws InterruptedException {
    LocalRun<T, R> run = new LocalRun<>(tasks, factory, done);
    int count = Math.min(threads, tasks.size());
    List<Thread> started =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new Thread(run::work, "bookplate-worker-" + i))
            .toList();
    start(started, run);
    InterruptedException interrupted = await(started, run);
    if (interrupted != null) {
      throw interrupted;
    }
    return run.results();
  }

  private static void start(List<Thread> threads, LocalRun<?, ?> run) {
    try {
      threads.forEach(Thread::start);
    } catch (OutOfMemoryError e) { // the machine gives no more threads: those that run must stop
      run.fail(e);
    }
  }

  /** Waits for the end of every thread; what interrupts the wait stops them, and is returned. */
  private InterruptedException await(List<Thread> threads, LocalRun<?, ?> run) {
    InterruptedException interrupted = null;
    List<Thread> left = new ArrayList<>(threads);
    while (!left.isEmpty()) {
      try {
        left.get(left.size() - 1).join();
        left.remove(left.size() - 1);
      } catch (InterruptedException e) {
        if (interrupted == null && !patience.isZero()) {
          run.drain();
          awaitTasksInHand(left);
        }
        interrupted = interrupted == null ? e : interrupted;
        run.stop();
      }
    }
    return interrupted;
  }

  /** Waits for so long as the tasks in hand may take; whoever is asked twice waits no longer. */
  private void awaitTasksInHand(List<Thread> threads) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (Thread thread : threads) {
        long left = end - System.nanoTime();
        if (left > 0) {
          thread.join(Duration.ofNanos(left));
        }
      }
    } catch (InterruptedException again) {
      return; // the caller is told once, when all have ended
    }
  }
}
