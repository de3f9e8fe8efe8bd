package dev.bookplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.engine.Engine.EngineException;
import dev.bookplate.engine.Engine.Worker;
import dev.bookplate.engine.Engine.WorkerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine promises. A worker here is seen from outside through static fields only. */
@Timeout(60)
abstract class EngineContractTest {
  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final AtomicInteger CLOSED = new AtomicInteger();
  private static final AtomicInteger INTERRUPTED_IN_CLOSE = new AtomicInteger();
  private static final Map<Probe, Thread> AT_WORK = new ConcurrentHashMap<>();
  private static volatile CountDownLatch atWork;

  /** The engine under test. */
  abstract Engine engine();

  /** Its workers at one time. */
  abstract int threads();

  @BeforeEach
  void forget() {
    OPENED.set(0);
    CLOSED.set(0);
    INTERRUPTED_IN_CLOSE.set(0);
    AT_WORK.clear();
    atWork = new CountDownLatch(threads());
  }

  @Test
  void resultsStandInTheOrderOfTheTasks() throws Exception {
    List<Integer> tasks = IntStream.range(0, 1000).boxed().toList();

    List<String> results = engine().run(tasks, Probe::new, r -> {});

    assertEquals(tasks.stream().map(t -> "task " + t).toList(), results);
    assertAllClosed();
  }

  @Test
  void noTaskNeedsNoWorker() throws Exception {
    assertEquals(List.of(), engine().run(List.<Integer>of(), Probe::new, r -> {}));
    assertEquals(0, OPENED.get());
  }

  @Test
  void startsNoMoreWorkersThanThreadsOrTasks() throws Exception {
    List<String> one = engine().run(List.of(7), Probe::new, r -> {});
    assertEquals(List.of("task 7"), one);
    assertEquals(1, OPENED.get());

    forget();
    engine().run(Collections.nCopies(100, 1), Probe::new, r -> {});
    assertTrue(OPENED.get() <= threads(), () -> OPENED.get() + " workers");
    assertAllClosed();
  }

  @Test
  void tellsOfEachResultOnceAndOneAtATime() throws Exception {
    List<Integer> tasks = IntStream.range(0, 500).boxed().toList();
    List<String> told = new ArrayList<>();
    AtomicInteger inside = new AtomicInteger();

    engine()
        .run(
            tasks,
            Probe::new,
            r -> {
              assertEquals(1, inside.incrementAndGet());
              told.add(r);
              inside.decrementAndGet();
            });

    assertEquals(
        tasks.stream().map(t -> "task " + t).sorted().toList(), told.stream().sorted().toList());
  }

  @Test
  void failureOfATaskEndsTheRunAndIsTheCause() {
    EngineException e = failing(factory(Fault.APPLY));

    assertTrue(e.getCause() instanceof IllegalStateException);
    assertEquals("fault in apply", e.getCause().getMessage());
    assertAllClosed();
  }

  @Test
  void failureStopsWorkersThatWaitAtTheirTask() {
    // all but one wait for ever: only an interrupt ends them
    EngineException e = failing(factory(Fault.APPLY_WHILE_OTHERS_WAIT));

    assertEquals("fault while others wait", e.getCause().getMessage());
    assertAllClosed();
  }

  @Test
  void failureToMakeAWorkerEndsTheRun() {
    EngineException e = failing(factory(Fault.CREATE));

    assertEquals("fault in create", e.getCause().getMessage());
  }

  @Test
  void failureToCloseAWorkerEndsTheRun() {
    EngineException e = failing(factory(Fault.CLOSE));

    assertTrue(e.getCause() instanceof IOException);
    assertEquals("fault in close", e.getCause().getMessage());
  }

  @Test
  void anErrorIsAFailureToo() {
    EngineException e = failing(factory(Fault.ERROR));

    assertTrue(e.getCause() instanceof StackOverflowError);
    assertAllClosed();
  }

  @Test
  void failureOfTheListenerEndsTheRun() {
    UncheckedIOException disk = new UncheckedIOException(new IOException("disk full"));

    EngineException e =
        assertThrows(
            EngineException.class,
            () ->
                engine()
                    .run(
                        tasks(),
                        Probe::new,
                        r -> {
                          throw disk;
                        }));

    assertSame(disk, e.getCause());
    assertAllClosed();
  }

  @Test
  void interruptedCallerStopsTheWorkersAndWaitsForThem() throws Exception {
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    List<Integer> openWhenThrown = Collections.synchronizedList(new ArrayList<>());
    Thread caller =
        new Thread(
            () -> {
              try {
                engine().run(tasks(), factory(Fault.WAIT_FOR_EVER), r -> {});
              } catch (InterruptedException | RuntimeException e) {
                thrown.add(e);
                openWhenThrown.add(OPENED.get() - CLOSED.get());
              }
            });
    caller.start();
    atWork.await();

    caller.interrupt();
    caller.join();

    assertEquals(1, thrown.size());
    assertTrue(thrown.get(0) instanceof InterruptedException, () -> thrown.toString());
    assertEquals(List.of(0), openWhenThrown);
    assertEquals(threads(), OPENED.get());
    assertEquals(0, INTERRUPTED_IN_CLOSE.get(), "a worker is closed in peace");
  }

  private EngineException failing(WorkerFactory<Integer, String> factory) {
    return assertThrows(EngineException.class, () -> engine().run(tasks(), factory, r -> {}));
  }

  private static void assertAllClosed() {
    assertEquals(OPENED.get(), CLOSED.get());
    assertEquals(0, INTERRUPTED_IN_CLOSE.get(), "a worker is closed in peace");
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private static List<Integer> tasks() {
    return IntStream.range(0, 100).boxed().toList();
  }

  private static WorkerFactory<Integer, String> factory(Fault fault) {
    return () -> {
      if (fault == Fault.CREATE) {
        throw new IllegalStateException("fault in create");
      }
      return new Probe(fault);
    };
  }

  private enum Fault {
    NONE,
    CREATE,
    APPLY,
    APPLY_WHILE_OTHERS_WAIT,
    ERROR,
    CLOSE,
    WAIT_FOR_EVER
  }

  /** A worker that goes wrong where it is told to, and counts its steps. */
  private static final class Probe implements Worker<Integer, String> {
    private final Fault fault;

    Probe() {
      this(Fault.NONE);
    }

    Probe(Fault fault) {
      this.fault = fault;
      OPENED.incrementAndGet();
    }

    @Override
    public String apply(Integer task) throws Exception {
      assertNull(AT_WORK.putIfAbsent(this, Thread.currentThread()), "belongs to one thread");
      try {
        return work(task);
      } finally {
        AT_WORK.remove(this);
      }
    }

    private String work(Integer task) throws Exception {
      switch (fault) {
        case APPLY -> throw new IllegalStateException("fault in apply");
        case ERROR -> throw new StackOverflowError();
        case APPLY_WHILE_OTHERS_WAIT -> failOrWait(task);
        case WAIT_FOR_EVER -> waitForEver();
        case NONE, CREATE, CLOSE -> {}
      }
      return "task " + task;
    }

    private static void failOrWait(int task) throws InterruptedException {
      if (task == 0) {
        atWork.countDown();
        atWork.await();
        throw new IllegalStateException("fault while others wait");
      }
      waitForEver();
    }

    private static void waitForEver() throws InterruptedException {
      atWork.countDown();
      new CountDownLatch(1).await();
    }

    @Override
    public void close() throws IOException {
      CLOSED.incrementAndGet();
      if (Thread.currentThread().isInterrupted()) {
        INTERRUPTED_IN_CLOSE.incrementAndGet();
      }
      if (fault == Fault.CLOSE) {
        throw new IOException("fault in close");
      }
    }
  }
}
