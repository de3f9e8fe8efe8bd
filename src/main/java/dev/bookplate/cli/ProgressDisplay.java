package dev.bookplate.cli;

import dev.bookplate.audit.Progress;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Shows how work is getting on: on a terminal one line that is written again and again, elsewhere a
 * line every ten seconds, so that a log stays short and a quick run says nothing.
 */
final class ProgressDisplay implements Progress, AutoCloseable {
  private static final long TERMINAL_MILLIS = 200;
  private static final long LOG_MILLIS = 10_000;
  private static final String TO_THE_START_AND_CLEAR = "\r\u001b[K";

  /** One phase and its counts: replaced as a whole, so that no count lands in the wrong phase. */
  private static final class Phase {
    private final String what;
    private final Counted counted;
    private final long total;
    private final long start;
    private final LongAdder bytes = new LongAdder();
    private final LongAdder items = new LongAdder();
    private final LongAdder findings = new LongAdder();

    Phase(String what, Counted counted, long total, long start) {
      this.what = what;
      this.counted = counted;
      this.total = total;
      this.start = start;
    }

    ProgressLine at(long now) {
      return new ProgressLine(
          what, counted, total, bytes.sum(), items.sum(), findings.sum(), (now - start) / 1e9);
    }
  }

  private final PrintStream err;
  private final boolean terminal;
  private final int columns;
  private final LongSupplier nanos;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Phase phase;

  /**
   * A display that nothing ticks yet.
   *
   * @param terminal whether the line may be written again
   * @param columns of the terminal
   * @param nanos the time, from any start
   */
  ProgressDisplay(PrintStream err, boolean terminal, int columns, LongSupplier nanos) {
    this.err = err;
    this.terminal = terminal;
    this.columns = columns;
    this.nanos = nanos;
  }

  /** The display that the user is to see, ticking; or one that shows nothing. */
  static ProgressDisplay of(Session session, boolean quiet) {
    ProgressDisplay display =
        new ProgressDisplay(
            session.err(), session.errIsTerminal(), session.columns(), System::nanoTime);
    if (!quiet) {
      Thread ticker = new Thread(display::tickUntilClosed, "bookplate-progress");
      ticker.setDaemon(true);
      ticker.start();
    }
    return display;
  }

  @Override
  public void phase(String what, Counted counted, long bytes) {
    phase = new Phase(what, counted, bytes, nanos.getAsLong());
  }

  @Override
  public void add(long bytes, long items, long findings) {
    Phase now = phase;
    if (now != null) {
      now.bytes.add(bytes);
      now.items.add(items);
      now.findings.add(findings);
    }
  }

  private void tickUntilClosed() {
    try {
      while (!closed.await(terminal ? TERMINAL_MILLIS : LOG_MILLIS, TimeUnit.MILLISECONDS)) {
        tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever interrupts wants no more lines
    }
  }

  /** Writes how things stand. */
  synchronized void tick() {
    Phase now = phase;
    if (now == null || closed.getCount() == 0) {
      return;
    }
    ProgressLine line = now.at(nanos.getAsLong());
    err.print(terminal ? TO_THE_START_AND_CLEAR + line.within(columns - 1) : line.text() + "\n");
    err.flush();
  }

  /** Clears the line; nothing is written after it. */
  @Override
  public synchronized void close() {
    closed.countDown();
    if (terminal) {
      err.print(TO_THE_START_AND_CLEAR);
      err.flush();
    }
  }
}
