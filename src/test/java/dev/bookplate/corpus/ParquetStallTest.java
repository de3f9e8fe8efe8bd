package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A source that hangs ends as a failure. */
@Timeout(60)
class ParquetStallTest {
  private static final Path MALFORMED =
      Path.of("../shared/data/shards/parquet-testing/nation.dict-malformed.parquet");

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
    return new GuardedReader(() -> new Hanging(letGo), patience, ParquetStallTest::failed);
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

  @Test
  void aMalformedFileEnds() throws Exception {
    Assumptions.assumeTrue(Files.exists(MALFORMED));
    ReadOptions d = Readings.SMALL;
    ReadOptions options =
        new ReadOptions(
            new Fields(List.of("comment_col"), d.fields().id()),
            null,
            1000,
            1000,
            Limits.DEFAULT,
            false,
            Selection.ALL,
            Tokens.NONE);
    try (ShardReader reader =
        ParquetShardReader.open(
            Readings.entry(MALFORMED),
            Shard.Range.WHOLE,
            null,
            new ParquetShardReader.Ways(options, null),
            Duration.ofSeconds(1))) {
      ReadOutcome.Failed failed = (ReadOutcome.Failed) reader.next();
      assertTrue(failed.toString().contains("row group 0"), failed.toString());
      assertNull(reader.next());
    }
  }
}
