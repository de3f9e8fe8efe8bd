package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** Whatever is thrown has a code and a sentence. */
class FailureTest {
  private static void is(ExitCode code, String part, Throwable thrown) {
    Failure failure = Failure.of(thrown);
    assertEquals(code, failure.code(), failure.message());
    assertTrue(failure.message().contains(part), failure.message());
    assertTrue(failure.message().endsWith("."), failure.message());
  }

  @Test
  void interrupts() {
    is(ExitCode.INTERRUPTED, "run the same command again", new InterruptedException());
    is(ExitCode.INTERRUPTED, "interrupted", new ClosedByInterruptException());
    is(
        ExitCode.INTERRUPTED,
        "interrupted",
        new RuntimeException("as Lucene tells it", new InterruptedException()));
  }

  @Test
  void theMachine() {
    is(
        ExitCode.INTERNAL,
        "the disk is full (No space left on device); make room",
        new UncheckedIOException(new IOException("No space left on device")));
    is(
        ExitCode.INTERNAL,
        "fewer --threads",
        new Engine.EngineException(new OutOfMemoryError("Java heap space")));
    is(ExitCode.INTERNAL, "(Input/output error)", new IOException("Input/output error"));
    is(ExitCode.INTERNAL, "(null)", new IOException());
  }

  @Test
  void files() {
    is(ExitCode.USAGE, "/a/b is not there", new NoSuchFileException("/a/b"));
    is(ExitCode.USAGE, "/a/b may not be read or written", new AccessDeniedException("/a/b"));
  }

  @Test
  void bugsSayWhereTheyAre() {
    is(
        ExitCode.INTERNAL,
        "java.lang.IllegalStateException: odd at dev.bookplate.cli.FailureTest.bugs",
        new Engine.EngineException(new IllegalStateException("odd")));
  }

  @Test
  void evidence() {
    is(ExitCode.EVIDENCE, "x is damaged.", new EvidenceException("x is damaged"));
  }
}
