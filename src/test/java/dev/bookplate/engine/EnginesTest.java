package dev.bookplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.engine.Engine.EngineException;
import dev.bookplate.engine.Engine.Worker;
import java.io.NotSerializableException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The engines, held to one contract. */
class EnginesTest {

  @Nested
  class OneThread extends EngineContractTest {
    @Override
    Engine engine() {
      return new LocalEngine(threads());
    }

    @Override
    int threads() {
      return 1;
    }
  }

  @Nested
  class TwoThreads extends EngineContractTest {
    @Override
    Engine engine() {
      return new LocalEngine(threads());
    }

    @Override
    int threads() {
      return 2;
    }
  }

  @Nested
  class EightThreads extends EngineContractTest {
    @Override
    Engine engine() {
      return new LocalEngine(threads());
    }

    @Override
    int threads() {
      return 8;
    }
  }

  @Nested
  class RoundTrip extends EngineContractTest {
    @Override
    Engine engine() {
      return new RoundTripEngine(threads());
    }

    @Override
    int threads() {
      return 2;
    }
  }

  @Test
  void anEngineNeedsAThread() {
    assertThrows(IllegalArgumentException.class, () -> new LocalEngine(0));
  }

  @Test
  void roundTripRefusesAFactoryThatCannotBeSent() {
    Object local = new Object();

    EngineException e =
        assertThrows(
            EngineException.class,
            () ->
                new RoundTripEngine(1)
                    .run(List.of("task"), () -> echo(local.toString().length()), r -> {}));

    assertTrue(e.getCause() instanceof NotSerializableException);
  }

  @Test
  void roundTripSendsCopies() throws Exception {
    String task = new String(new char[] {'a'});

    List<String> results = new RoundTripEngine(1).run(List.of(task), () -> echo(0), r -> {});

    assertEquals(List.of("a"), results);
    assertNotSame(task, results.get(0));
  }

  private static Worker<String, String> echo(int unused) {
    return new Worker<>() {
      @Override
      public String apply(String task) {
        return task;
      }

      @Override
      public void close() {}
    };
  }
}
