package dev.bookplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.engine.spark.ClusterException;
import dev.bookplate.engine.spark.SparkEngine;
import dev.bookplate.engine.spark.SparkSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spark with two threads of this process, held to the contract of every engine. */
@Tag("soak")
class SparkEngineTest {

  @Nested
  class InThisProcess extends EngineContractTest {
    private static SparkEngine spark;

    @BeforeAll
    static void start() {
      spark = SparkEngine.start(SparkSettings.ofMaster("local[2]"));
    }

    @AfterAll
    static void stop() {
      spark.close();
    }

    @Override
    Engine engine() {
      return spark;
    }

    @Override
    int threads() {
      return 2;
    }

    @Test
    void saysHowManyTasksRunAtOnce() {
      assertEquals(2, spark.parallelism());
    }
  }

  @Test
  void aMasterMustBeNamed() {
    ClusterException e =
        assertThrows(
            ClusterException.class,
            () -> SparkEngine.start(new SparkSettings(Map.of(), List.of())));

    assertTrue(e.getMessage().contains("--master"), e::getMessage);
  }

  @Test
  void whatIsNoMasterIsNamed() {
    ClusterException e =
        assertThrows(
            ClusterException.class,
            () -> SparkEngine.start(SparkSettings.ofMaster("sparkle://nowhere")));

    assertTrue(e.getMessage().contains("sparkle://nowhere"), e::getMessage);
  }
}
