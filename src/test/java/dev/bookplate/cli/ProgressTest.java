package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.audit.Progress.Counted;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is shown depends on the counts and the time that is handed in, and on nothing else. */
class ProgressTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private long nanos;

  private ProgressDisplay display(boolean terminal, int columns) {
    return new ProgressDisplay(
        new PrintStream(shown, false, StandardCharsets.UTF_8), terminal, columns, () -> nanos);
  }

  private String shown() {
    String text = shown.toString(StandardCharsets.UTF_8);
    shown.reset();
    return text;
  }

  @Test
  void bytesSpeedDocumentsFindingsAndTimeLeft() {
    assertEquals(
        "scanning 500 MB of 2.0 GB (25%), 50.0 MB/s, 1,234 documents, 1 finding, 30 s left",
        new ProgressLine("scanning", Counted.SEARCHED, 2_000_000_000, 500_000_000, 1234, 1, 10)
            .text());
  }

  @Test
  void nothingIsGuessedBeforeThereIsSomethingToGoBy() {
    assertEquals(
        "scanning 0 bytes of 1.0 kB (0%)",
        new ProgressLine("scanning", Counted.SEARCHED, 1000, 0, 0, 0, 5).text());
    assertEquals(
        "scanning 10 bytes of 1.0 kB (1%)",
        new ProgressLine("scanning", Counted.SEARCHED, 1000, 10, 0, 0, 0.9).text());
  }

  @Test
  void aTotalThatIsNotKnown() {
    assertEquals(
        "reading the shelf 5.0 MB, 2.5 MB/s, 2 books",
        new ProgressLine("reading the shelf", Counted.BOOKS, 0, 5_000_000, 2, 0, 2).text());
    assertEquals("reading", new ProgressLine("reading", Counted.BOOKS, 0, 0, 0, 0, 0).text());
  }

  @Test
  void moreThanTheTotalIsAllOfIt() {
    assertEquals(
        "scanning 12 bytes of 10 bytes (100%), 0.0 MB/s, 0 s left",
        new ProgressLine("scanning", Counted.SEARCHED, 10, 12, 0, 0, 3).text());
  }

  @Test
  void durations() {
    assertEquals("59 s", ProgressLine.duration(59));
    assertEquals("1 min 0 s", ProgressLine.duration(60));
    assertEquals("59 min 59 s", ProgressLine.duration(3599));
    assertEquals("27 h 46 min", ProgressLine.duration(99_999));
  }

  @Test
  void aNarrowTerminalGetsTheStart() {
    ProgressLine line =
        new ProgressLine("reading \u65E5\u672C\u8A9E", Counted.BOOKS, 0, 0, 0, 0, 0);

    assertEquals("reading \u65E5\u672C", line.within(13));
    assertEquals("reading \u65E5\u672C\u8A9E", line.within(14));
  }

  @Test
  void namesCannotActOnTheTerminal() {
    assertEquals(
        "reading \\u{1B}[2J",
        new ProgressLine("reading \u001b[2J", Counted.BOOKS, 0, 0, 0, 0, 0).text());
  }

  @Test
  void aTerminalHasOneLineThatIsClearedAtTheEnd() {
    try (ProgressDisplay display = display(true, 80)) {
      display.tick();
      assertEquals("", shown());
      display.phase("scanning", Counted.SEARCHED, 4_000_000);
      nanos += 2_000_000_000L;
      display.add(1_000_000, 3, 1);
      display.add(1_000_000, 1, 0);
      display.tick();
      assertEquals(
          "\r\u001b[Kscanning 2.0 MB of 4.0 MB (50%), 1.0 MB/s, 4 documents, 1 finding, 2 s left",
          shown());
    }
    assertEquals("\r\u001b[K", shown());
  }

  @Test
  void aLogHasLines() {
    ProgressDisplay display = display(false, 80);
    display.phase("digesting", Counted.SEARCHED, 10);
    display.tick();
    display.phase("scanning", Counted.SEARCHED, 10);
    display.add(5, 1, 0);
    display.tick();
    display.close();
    display.tick();

    assertEquals(
        """
        digesting 0 bytes of 10 bytes (0%)
        scanning 5 bytes of 10 bytes (50%), 1 document, 0 findings
        """,
        shown());
  }
}
