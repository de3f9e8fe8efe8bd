package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Java process of a test, with a log; it is gone when the test is. */
final class SoakProcess implements Closeable {
  private static final long PATIENCE_SECONDS = 900;

  private final Process process;
  private final Path log;

  private SoakProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a class.
   *
   * @param log file for all that it prints
   * @param classpath its parts
   * @param arguments of the JVM, the class, and its own
   */
  static SoakProcess start(Path log, List<String> classpath, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classpath)));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder
        .environment()
        .put("SPARK_HOME", Path.of("target/soak/spark").toAbsolutePath().toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new SoakProcess(builder.start(), log);
  }

  /** The program, without what Spark or Hadoop bring. */
  static List<String> program() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(part -> !part.matches(".*/org/apache/(spark|hadoop)/.*"))
        .toList();
  }

  /** Waits for something that the process does. */
  void await(String what, BooleanSupplier done) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!done.getAsBoolean()) {
      assertTrue(process.isAlive(), () -> what + ": it ended with\n" + log());
      assertTrue(System.nanoTime() < end, () -> what + " did not come:\n" + log());
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  /** Processes that it started. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  void endsWith(int code) throws Exception {
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "still busy:\n" + log());
    assertEquals(code, process.exitValue(), this::log);
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
