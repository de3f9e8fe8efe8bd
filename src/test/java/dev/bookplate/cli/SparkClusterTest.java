package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Spark cluster of two executor processes writes the bytes that threads write. */
@Tag("soak")
@Timeout(300)
class SparkClusterTest {
  private static final int FILES = 300;

  @TempDir private Path folder;
  private Path corpus;
  private Path spark;

  @BeforeEach
  void prepare() throws Exception {
    spark = SoakJars.of("spark");
    corpus = Files.createDirectory(folder.resolve("corpus"));
    for (int i = 0; i < FILES; i++) {
      StringBuilder lines = new StringBuilder();
      for (int j = 0; j < 40; j++) {
        lines.append(
            Desk.line("d" + i + "-" + j, j % 7 == 0 ? Desk.BOOK : "nothing of it " + i + " " + j));
      }
      Files.writeString(corpus.resolve("part-" + i + ".jsonl"), lines);
    }
  }

  @Test
  void writesTheSameBytes() throws Exception {
    Path run = folder.resolve("run-spark");
    try (SoakProcess scan = start(run)) {
      scan.endsWith(0);
    }

    assertSameAsThreads(run);
    assertNothingLeft();
  }

  @Test
  void writesTheSameBytesWhenAnExecutorIsKilled() throws Exception {
    Path run = folder.resolve("run-spark");
    try (SoakProcess scan = start(run)) {
      scan.await("the tenth shard", () -> shardsDone() >= 10);
      List<ProcessHandle> executors =
          scan.children().stream()
              .filter(p -> p.info().command().orElse("").endsWith("/java"))
              .toList();
      assertEquals(2, executors.size());
      executors.get(0).destroyForcibly();
      assertTrue(shardsDone() < FILES, "it was not in the middle");
      scan.endsWith(0);
    }

    assertSameAsThreads(run);
    assertNothingLeft();
  }

  @Test
  void sigtermEndsTheJob() throws Exception {
    Path run = folder.resolve("run-spark");
    try (SoakProcess scan = start(run)) {
      scan.await("the tenth shard", () -> shardsDone() >= 10);
      scan.terminate();
      scan.endsWith(130);
    }

    assertFalse(Files.exists(run.resolve("findings.jsonl")));
    assertNothingLeft();
  }

  private SoakProcess start(Path run) throws IOException {
    List<String> classpath = new ArrayList<>(SoakProcess.program());
    String executors = String.join(":", classpath);
    classpath.add(spark.resolve("jars") + "/*");
    List<Object> arguments = new ArrayList<>(List.of("-Xmx1g"));
    Stream.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.util.calendar")
        .forEach(p -> arguments.add("--add-opens=java.base/" + p + "=ALL-UNNAMED"));
    arguments.addAll(
        List.of(Main.class.getName(), "scan", corpus, "-c", desk().shelf(), "-o", run));
    arguments.addAll(List.of("--cache", desk().cache(), "--engine", "spark"));
    arguments.addAll(List.of("--master", "local-cluster[2,1,1024]", "--work-dir", depot()));
    arguments.addAll(List.of("--conf", "spark.executor.memory=512m"));
    arguments.addAll(List.of("--conf", "spark.executor.extraClassPath=" + executors));
    return SoakProcess.start(folder.resolve("spark.log"), classpath, arguments.toArray());
  }

  private Desk desk() throws IOException {
    return new Desk(folder);
  }

  private Path depot() {
    return folder.resolve("depot");
  }

  /** Shard files that have come back to the run. */
  private long shardsDone() {
    try (Stream<Path> files = Files.walk(folder.resolve("run-spark"))) {
      return files.filter(f -> f.getFileName().toString().matches("[0-9]{8}\\.jsonl")).count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private void assertSameAsThreads(Path run) throws Exception {
    Path threads = folder.resolve("run-threads");
    CliRun scan =
        CliRun.of("scan", corpus, "-c", desk().shelf(), "-o", threads, "--cache", desk().cache());
    assertEquals(0, scan.code(), scan.err());
    for (String file : Arrays.asList("findings.jsonl", "findings.csv", "works.csv", "copies.csv")) {
      assertEquals(-1, Files.mismatch(threads.resolve(file), run.resolve(file)), file);
    }
    assertTrue(Files.size(run.resolve("findings.jsonl")) > 0);
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> left = Files.list(depot())) {
      assertEquals(List.of(), left.toList());
    }
  }
}
