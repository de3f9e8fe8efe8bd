package dev.bookplate.engine;

import dev.bookplate.engine.Engine.EngineException;
import dev.bookplate.engine.Engine.Worker;
import dev.bookplate.engine.Engine.WorkerFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the threads of one run share. Every field that changes is guarded by {@code this}. */
final class LocalRun<T, R> {
  private final List<T> tasks;
  private final WorkerFactory<T, R> factory;
  private final Consumer<R> done;
  private final List<R> results;
  private final Set<Thread> interruptible = new HashSet<>();
  private int next;
  private boolean stopped;
  private Throwable failure;

  LocalRun(List<T> tasks, WorkerFactory<T, R> factory, Consumer<R> done) {
    this.tasks = List.copyOf(tasks);
    this.factory = factory;
    this.done = done;
    results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
  }

  /** The body of each thread: one worker, one task after the other. */
  void work() {
    enter();
    try (Worker<T, R> worker = factory.create()) {
      workThrough(worker);
    } catch (Throwable e) { // errors too: whoever runs the tasks has to know of them
      fail(e);
    } finally {
      leave();
    }
  }

  /** Ends without an exception, so that the others are stopped before this worker is closed. */
  private void workThrough(Worker<T, R> worker) {
    try {
      for (int task = take(); task >= 0; task = take()) {
        finish(task, worker.apply(tasks.get(task)));
      }
    } catch (Throwable e) { // as above
      fail(e);
    } finally {
      leave();
    }
  }

  /** Takes no more tasks; those in hand go on. */
  synchronized void drain() {
    next = tasks.size();
  }

  /** Takes no more tasks, and interrupts the threads that are at one. */
  synchronized void stop() {
    stopped = true;
    interruptible.forEach(Thread::interrupt);
  }

  /** One result a task, once all threads have ended. */
  synchronized List<R> results() {
    if (failure != null) {
      throw new EngineException(failure);
    }
    return Collections.unmodifiableList(results);
  }

  private synchronized void enter() {
    interruptible.add(Thread.currentThread());
  }

  /** From here on no interrupt comes, so that a worker closes its files in peace. */
  private synchronized void leave() {
    interruptible.remove(Thread.currentThread());
    boolean unused = Thread.interrupted();
  }

  private synchronized int take() {
    return stopped || next == tasks.size() ? -1 : next++;
  }

  private synchronized void finish(int task, R result) {
    results.set(task, result);
    done.accept(result);
  }

  /** The first failure counts; those that follow a stop are its echo. */
  synchronized void fail(Throwable e) {
    if (!stopped) {
      failure = e;
      stop();
    }
  }
}
