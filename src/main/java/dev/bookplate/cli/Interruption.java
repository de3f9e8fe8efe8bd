package dev.bookplate.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C and SIGTERM do: the thread that works is interrupted and has a while to let go of its
 * files; then the process ends, with the code for that. A command that was just done keeps its own
 * code, since its result is whole.
 */
final class Interruption {
  /** Long enough to close files; a stuck disk must not hold up a shutdown for longer. */
  private static final long PATIENCE_SECONDS = 10;

  private final Thread worker;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int code = ExitCode.INTERRUPTED.code();
  private volatile boolean asked;

  Interruption(Thread worker) {
    this.worker = worker;
  }

  /** The command has returned. */
  void ended(int exitCode) {
    // what fails while it is being stopped fails because of that
    boolean stopped = asked && exitCode == ExitCode.INTERNAL.code();
    code = stopped ? ExitCode.INTERRUPTED.code() : exitCode;
    ended.countDown();
  }

  /** Body of the shutdown hook; does nothing where the process ends by itself. */
  void onShutdown() {
    if (ended.getCount() == 0) {
      return;
    }
    asked = true;
    worker.interrupt();
    boolean inTime = awaitEnd();
    // the usual end would give 128 plus the signal's number
    Runtime.getRuntime().halt(inTime ? code : ExitCode.INTERRUPTED.code());
  }

  private boolean awaitEnd() {
    try {
      return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
