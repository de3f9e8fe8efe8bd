package dev.bookplate.corpus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Reads on a thread of its own, so that a source that hangs is a failure and not the end of the
 * scan. The outcomes are taken in batches: all that are ready at once. They must not lean on the
 * source's place, which has moved on when they are used.
 */
final class GuardedReader implements ShardReader {
  /** How long one outcome may take; a row of many megabytes on a slow disk takes a few seconds. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How long an end waits for the source to be closed; one that hangs is left behind. */
  private static final long CLOSE_MILLIS = 2000;

  private static final int MOST_READY = 256;
  private static final long MOST_BYTES = 4 << 20;

  private final Supplier<ShardReader> source;
  private final Duration patience;
  private final LongFunction<ReadOutcome> stalled;
  private final Thread thread;
  private final Object lock = new Object();

  // guarded by the lock
  private Deque<ReadOutcome> ready = new ArrayDeque<>();
  private long readyBytes;
  private boolean ended;
  private boolean closed;
  private Throwable broken;

  // the caller's own
  private Deque<ReadOutcome> taken = new ArrayDeque<>();
  private long records;
  private boolean done;

  /**
   * A reader of a source that is opened, read and closed on the other thread.
   *
   * @param stalled the failure, by the number of records before it, where the source hangs
   */
  GuardedReader(
      Supplier<ShardReader> source, Duration patience, LongFunction<ReadOutcome> stalled) {
    this.source = source;
    this.patience = patience;
    this.stalled = stalled;
    // a platform thread: a library that spins on virtual threads would starve a virtual one
    thread = Thread.ofPlatform().daemon().name("bookplate-guarded").start(this::pump);
  }

  private void pump() {
    Throwable problem = null;
    try (ShardReader reader = source.get()) {
      ReadOutcome outcome = reader.next();
      while (outcome != null && give(outcome)) {
        outcome = reader.next();
      }
    } catch (InterruptedException e) {
      // closed: nobody waits for more
    } catch (RuntimeException | Error e) {
      problem = e;
    }
    synchronized (lock) {
      broken = problem;
      ended = true;
      lock.notifyAll();
    }
  }

  /** Whether more is wanted. */
  private boolean give(ReadOutcome outcome) throws InterruptedException {
    synchronized (lock) {
      while (!closed && (ready.size() >= MOST_READY || readyBytes >= MOST_BYTES)) {
        lock.wait();
      }
      readyBytes += outcome instanceof ReadOutcome.Read r ? r.document().text().length() : 0;
      ready.add(outcome);
      if (ready.size() == 1) {
        lock.notifyAll();
      }
      return !closed;
    }
  }

  @Override
  public ReadOutcome next() {
    if (taken.isEmpty() && !done) {
      take();
    }
    ReadOutcome outcome = taken.poll();
    if (outcome != null) {
      records++;
    }
    return outcome;
  }

  private void take() {
    try {
      synchronized (lock) {
        if (await()) {
          swap();
        } else {
          end(stalled.apply(records));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", e);
    }
  }

  private boolean await() throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (ready.isEmpty() && !ended) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      lock.wait(left / 1_000_000 + 1);
    }
    return true;
  }

  private void swap() {
    Deque<ReadOutcome> empty = taken;
    taken = ready;
    ready = empty;
    readyBytes = 0;
    lock.notifyAll();
    if (taken.isEmpty() && broken != null) {
      throw new IllegalStateException(Problems.of(broken), broken);
    }
    done = ended && broken == null;
  }

  private void end(ReadOutcome last) {
    done = true;
    closed = true;
    taken.add(last);
    thread.interrupt();
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    boolean hangs = done && !ended();
    done = true;
    taken.clear();
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    thread.interrupt();
    if (!hangs) {
      join();
    }
  }

  private boolean ended() {
    synchronized (lock) {
      return ended;
    }
  }

  private void join() {
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
