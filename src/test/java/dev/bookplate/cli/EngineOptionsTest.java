package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines and places that cannot be are refused, with what to do, before anything is built. */
class EngineOptionsTest {
  @TempDir private Path folder;

  private CliRun scan(Object... more) throws Exception {
    Desk desk = new Desk(folder);
    return desk.scan(desk.corpus("a text"), more);
  }

  private void assertRefused(CliRun run, String why) throws Exception {
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(why), run.err());
    assertFalse(Files.exists(new Desk(folder).cache()));
  }

  @Test
  void whatIsForAClusterNeedsOne() throws Exception {
    assertRefused(scan("--master", "local[2]"), "--master is for a cluster");
    assertRefused(scan("--work-dir", folder), "--work-dir is for a cluster");
    assertRefused(scan("--conf", "spark.a=b"), "--conf is for a cluster");
  }

  @Test
  void settingsAreThoseOfSpark() throws Exception {
    assertRefused(scan("--engine", "spark", "--conf", "memory"), "--conf memory is no setting");
  }

  @Test
  void anEngineThatIsNoneIsNamed() throws Exception {
    assertRefused(scan("--engine", "flink"), "flink");
  }

  @Test
  void aRunIsOnThisMachine() throws Exception {
    Desk desk = new Desk(folder);
    Path corpus = desk.corpus("a text");
    CliRun run = CliRun.of("scan", corpus, "-c", desk.shelf(), "-o", "s3a://bucket/run");

    assertRefused(run, "s3a://bucket/run is on another machine");
  }

  @Test
  void aSchemeThatNothingServesIsNamed() throws Exception {
    Desk desk = new Desk(folder);
    CliRun run = CliRun.of("scan", "nosuch://a/b", "-c", desk.shelf(), "-o", desk.run());

    assertRefused(run, "BOOKPLATE_HADOOP");
  }
}
