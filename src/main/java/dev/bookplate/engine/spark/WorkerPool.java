package dev.bookplate.engine.spark;

import dev.bookplate.engine.Engine.Worker;
import dev.bookplate.engine.Engine.WorkerFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * The workers of one job in this process: who is done with a task leaves its worker to the next. An
 * executor is not told of a job's end, so the workers of an earlier job are let go when another
 * comes, and the last when the process ends.
 */
final class WorkerPool<T, R> {
  private static final Map<String, WorkerPool<?, ?>> POOLS = new HashMap<>();

  /** Jobs of this process that are over: a task of one may start after it was cancelled. */
  private static final Set<String> ENDED = new HashSet<>();

  private static final long PATIENCE_SECONDS = 60;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(WorkerPool::letAllGo, "bookplate-workers"));
  }

  private final Deque<Worker<T, R>> idle = new ArrayDeque<>();
  private int inUse;
  private boolean over;

  /** Does something with a worker. */
  interface Use<T, R> {
    R with(Worker<T, R> worker) throws Exception;
  }

  private WorkerPool() {}

  /** The pool of a job, which is made where there is none. */
  @SuppressWarnings("unchecked") // a job has one sort of workers
  static <T, R> WorkerPool<T, R> of(String job) throws IOException {
    WorkerPool<?, ?> pool;
    Map<String, WorkerPool<?, ?>> earlier = new HashMap<>();
    synchronized (POOLS) {
      if (ENDED.contains(job)) {
        throw new CancellationException("the job is over");
      }
      pool = POOLS.computeIfAbsent(job, j -> new WorkerPool<T, R>());
      takeUnused(earlier, pool);
    }
    for (WorkerPool<?, ?> each : earlier.values()) {
      each.letGo();
    }
    return (WorkerPool<T, R>) pool;
  }

  private static void takeUnused(Map<String, WorkerPool<?, ?>> to, WorkerPool<?, ?> but) {
    Iterator<Map.Entry<String, WorkerPool<?, ?>>> pools = POOLS.entrySet().iterator();
    while (pools.hasNext()) {
      Map.Entry<String, WorkerPool<?, ?>> each = pools.next();
      if (each.getValue() != but && !each.getValue().isInUse()) {
        to.put(each.getKey(), each.getValue());
        pools.remove();
      }
    }
  }

  /**
   * Ends a job in this process, where some of its tasks may have been: waits for those that run,
   * and closes its workers.
   *
   * @throws IOException if one cannot be closed
   */
  static void end(String job) throws IOException {
    WorkerPool<?, ?> pool;
    synchronized (POOLS) {
      ENDED.add(job);
      pool = POOLS.remove(job);
    }
    if (pool != null) {
      pool.awaitUnused();
      pool.letGo();
    }
  }

  private static void letAllGo() {
    synchronized (POOLS) {
      for (WorkerPool<?, ?> pool : POOLS.values()) {
        try {
          pool.letGo();
        } catch (IOException e) {
          // the process ends, and nobody is left to be told
        }
      }
      POOLS.clear();
    }
  }

  /** Uses a worker that is idle, or a new one. One that throws is not used again. */
  R use(WorkerFactory<T, R> factory, Use<T, R> use) throws Exception {
    Worker<T, R> worker = take();
    boolean well = false;
    try {
      worker = worker == null ? factory.create() : worker;
      R result = use.with(worker);
      well = true;
      return result;
    } finally {
      giveBack(worker, well);
    }
  }

  private synchronized Worker<T, R> take() {
    inUse++;
    return idle.poll();
  }

  private void giveBack(Worker<T, R> worker, boolean well) throws IOException {
    // a worker closes its files in peace
    boolean interrupted = Thread.interrupted();
    try {
      if (worker != null && !(well && keep(worker))) {
        worker.close();
      }
    } finally {
      unused();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized boolean keep(Worker<T, R> worker) {
    return !over && idle.offer(worker);
  }

  private synchronized void unused() {
    inUse--;
    notifyAll();
  }

  private synchronized boolean isInUse() {
    return inUse > 0;
  }

  private synchronized void awaitUnused() {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (long left = PATIENCE_SECONDS; inUse > 0 && left > 0; ) {
      try {
        TimeUnit.SECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void letGo() throws IOException {
    IOException first = null;
    for (Worker<T, R> worker = poll(); worker != null; worker = poll()) {
      try {
        worker.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private synchronized Worker<T, R> poll() {
    over = true;
    return idle.poll();
  }
}
