package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that was killed goes on, and what it then writes does not show that it was. */
class KillTest {
  private static final Existing RESUME = new Existing(false, true);

  @TempDir private Path temp;
  private Map<String, String> expected;
  private long events;
  private int runs;

  @BeforeEach
  void scanInOneGo() throws Exception {
    KilledScan counter = new KilledScan(0);
    Path folder = temp.resolve("whole");
    expected =
        ScanBench.bytes(
            new ScanBench(folder, counter).laidOut().scan(folder.resolve("run"), RESUME));
    events = counter.events();
  }

  private Path bench() throws IOException {
    Path folder = temp.resolve("bench-" + runs++);
    new ScanBench(folder, Progress.NONE).laidOut();
    return folder;
  }

  /** Runs the process and kills it at an event, or at a time after it has started. */
  private static void kill(Path folder, Path to, long event, String what, long nanos)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledScan.class.getName(),
                folder.toString(),
                to.toString(),
                Long.toString(event),
                what)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("started", out.readLine());
      if (event > 0) {
        out.readLine();
      } else {
        process.waitFor(nanos, TimeUnit.NANOSECONDS);
      }
      process.destroyForcibly().waitFor();
    }
  }

  private void resumeAndCompare(Path folder, String when) throws Exception {
    Path run = folder.resolve("run");
    if (!Files.exists(run.resolve("manifest.json"))) {
      new ScanBench(folder, Progress.NONE).scan(run, RESUME);
    }
    assertEquals(expected, ScanBench.bytes(run), when);
    try (Stream<Path> cache = Files.list(folder.resolve("cache"))) {
      assertFalse(cache.anyMatch(f -> f.getFileName().toString().startsWith("building-")), when);
    }
  }

  private void killAt(long event) throws Exception {
    Path folder = bench();
    kill(folder, folder.resolve("run"), event, "run", 0);
    assertFalse(Files.exists(folder.resolve("run/manifest.json")), "killed at " + event);
    resumeAndCompare(folder, "killed at " + event + " of " + events);
  }

  @Test
  void killedInTheCatalogueInTheMiddleAndAtTheEnd() throws Exception {
    killAt(2);
    killAt(events / 2);
    killAt(events);
  }

  @Test
  void killedTwiceInOneScan() throws Exception {
    Path folder = bench();
    kill(folder, folder.resolve("run"), events / 3, "run", 0);
    kill(folder, folder.resolve("run"), events / 3, "run", 0);
    resumeAndCompare(folder, "killed twice");
  }

  @Test
  void aPartThatIsKilledGoesOn() throws Exception {
    Path folder = bench();
    List<Path> parts = Stream.of("p1", "p2", "p3").map(folder::resolve).toList();
    kill(folder, parts.get(1), events / 4, "2", 0);
    ScanBench bench = new ScanBench(folder, Progress.NONE);
    for (int i = 1; i <= 3; i++) {
      bench.part(parts.get(i - 1), new Part(i, 3), RESUME);
    }
    assertEquals(expected, ScanBench.bytes(ScanBench.merge(folder.resolve("run"), parts)));
  }

  @Test
  @Tag("soak")
  void killedAtFiftyMoments() throws Exception {
    for (int i = 1; i <= 50; i++) {
      killAt(Math.max(1, events * i / 50));
    }
  }

  @Test
  @Tag("soak")
  void killedAtRandomInstantsUntilItIsDone() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 15; i++) {
      Path folder = bench();
      for (int kills = 0; kills < 5; kills++) {
        long nanos = random.nextLong(TimeUnit.MILLISECONDS.toNanos(1500));
        if (!Files.exists(folder.resolve("run/manifest.json"))) {
          kill(folder, folder.resolve("run"), 0, "run", nanos);
        }
      }
      resumeAndCompare(folder, "random instants, scan " + i);
    }
  }
}
