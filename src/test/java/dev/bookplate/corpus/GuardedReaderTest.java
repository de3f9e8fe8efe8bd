package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Origin;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A source that hangs ends as a failure. */
@Timeout(60)
class GuardedReaderTest {
  private static ReadOutcome failed(long record) {
    return new ReadOutcome.Failed(new Origin("c", "p", null, record, -1, -1), "it hangs");
  }

  /** Gives three records, then hangs, deaf to interruption, until let go. */
  private static final class Hanging implements ShardReader {
    private final CountDownLatch letGo;
    private int given;

    Hanging(CountDownLatch letGo) {
      this.letGo = letGo;
    }

    @Override
    public ReadOutcome next() {
      while (given == 3 && letGo.getCount() > 0) {
        Thread.onSpinWait();
      }
      return given == 3 ? null : failed(given++);
    }

    @Override
    public long records() {
      return given;
    }

    @Override
    public void close() {}
  }

  private static GuardedReader guarded(CountDownLatch letGo, Duration patience) {
    return new GuardedReader(() -> new Hanging(letGo), patience, GuardedReaderTest::failed);
  }

  @Test
  void whatCameBeforeIsKeptAndTheRestFails() {
    CountDownLatch letGo = new CountDownLatch(1);
    try (ShardReader reader = guarded(letGo, Duration.ofMillis(200))) {
      for (int i = 0; i <= 3; i++) {
        assertEquals(failed(i), reader.next());
      }
      assertNull(reader.next());
      assertEquals(4, reader.records());
    } finally {
      letGo.countDown();
    }
  }

  private static void drain(ShardReader reader) {
    ReadOutcome outcome = reader.next();
    while (outcome != null) {
      outcome = reader.next();
    }
  }

  @Test
  void anInterruptEndsTheWait() {
    CountDownLatch letGo = new CountDownLatch(1);
    try (ShardReader reader = guarded(letGo, Duration.ofHours(1))) {
      Thread.currentThread().interrupt();
      assertThrows(IllegalStateException.class, () -> drain(reader));
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is kept");
      letGo.countDown();
    }
  }
}
