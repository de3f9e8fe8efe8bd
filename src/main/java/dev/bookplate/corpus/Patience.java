package dev.bookplate.corpus;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does a thing on a thread of its own, and gives up on it where it takes too long: hardwood loops
 * for ever on some damaged files. A thread that hangs is left behind until the program ends.
 */
final class Patience {
  private Patience() {}

  /**
   * Does it.
   *
   * @param what is done, for people, as {@code the checkpoint x.parquet}
   * @throws IOException what it throws, or says that it took too long or too much memory
   */
  static <T> T with(Duration patience, String what, Callable<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name("bookplate-table").start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new IOException(
          what + " could not be read in " + patience.toSeconds() + " s, so it is damaged", e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(what + ": " + Problems.of(e.getCause()), e.getCause());
    }
  }
}
