package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each exit code comes from a command that deserves it; 130 is {@link InterruptionTest}'s. */
class ExitCodeTest {
  private static final String UNREAD = "{\"id\":\"no text\"}\n";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
  }

  @Test
  void doneWhateverWasFound() {
    CliRun run = desk.scan(desk.quoting(80));

    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    assertTrue(
        run.out().startsWith("Documents: 3 seen = 3 read + 0 skipped + 0 failed, in 1 file ("),
        run.out());
    assertTrue(run.out().contains("Findings:  1 strong, 0 moderate, 0 lead\n"), run.out());
    assertTrue(run.out().contains("Works:     1 of 2 found\n"), run.out());
    assertTrue(run.out().endsWith("Report:    " + desk.run() + "/report.html\n"), run.out());
  }

  @Test
  void findingsAtOrAboveTheGradeFail() {
    Path corpus = desk.quoting(30);

    assertEquals(1, desk.scan(corpus, "--fail-on", "moderate").code());
    assertEquals(1, desk.scan(corpus, "--fail-on", "lead", "--overwrite").code());
    assertEquals(0, desk.scan(corpus, "--fail-on", "strong", "--overwrite").code());
  }

  @Test
  void whatWasFoundComesBeforeWhatWasNotRead() {
    Path corpus = desk.quoting(30);
    desk.write("corpus/part-1.jsonl", UNREAD);

    assertEquals(1, desk.scan(corpus.getParent(), "--fail-on", "moderate").code());
  }

  @Test
  void unreadRecordsAreToleratedAsFarAsIsSaid() {
    desk.quoting(30);
    Path corpus = desk.write("corpus/part-1.jsonl", UNREAD).getParent();

    CliRun run = desk.scan(corpus);
    assertEquals(3, run.code());
    assertTrue(
        run.out()
            .contains(
                "Not read:  1 record that may hold text; "
                    + desk.run()
                    + "/unread.jsonl says which and why\n"),
        run.out());
    assertEquals(0, desk.scan(corpus, "--overwrite", "--max-unread", "1").code());
    assertEquals(0, desk.scan(corpus, "--overwrite", "--max-unread", "25%").code());
    assertEquals(3, desk.scan(corpus, "--overwrite", "--max-unread", "24.9%").code());
  }

  @Test
  void aScanThatReadNothingFailedHoweverMuchIsTolerated() {
    CliRun run = desk.scan(desk.write("corpus/a.jsonl", UNREAD), "--max-unread", "100%");

    assertEquals(3, run.code());
    assertTrue(
        run.out().startsWith("The scan failed: not one record could be read, of 1."), run.out());
  }

  @Test
  void emptyInputIsNoSuccess() {
    CliRun run = desk.scan(desk.write("corpus/a.jsonl", ""));

    assertEquals(3, run.code());
    assertTrue(run.out().startsWith("The scan failed: "), run.out());
  }

  @Test
  void usage() {
    assertEquals(2, CliRun.of("scan").code());
    assertEquals(2, CliRun.of().code());
    assertEquals(2, CliRun.of("catalogue").code());
  }

  @Test
  void outputThatIsLostIsAnError() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Bookplate.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(full, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            "inspect",
            desk.quoting(30).toString(),
            "--text");

    assertEquals(70, code);
    assertEquals(
        "bookplate: the output could not be written to its end.\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void jsonSaysTheSame() {
    CliRun run = desk.scan(desk.quoting(30), "--json", "--fail-on", "lead");

    assertEquals(1, run.code());
    assertTrue(run.out().startsWith("{\"run\":\"" + desk.run() + "\",\"report\":"), run.out());
    assertTrue(run.out().contains("\"exitCode\":1,"), run.out());
    assertTrue(run.out().contains("\"findings\":{\"strong\":0,\"moderate\":1,\"lead\":0}"));
    assertEquals(1, run.out().lines().count());
  }

  @Test
  void quietSaysNothing() {
    CliRun run = desk.scan(desk.quoting(30), "--quiet");

    assertEquals(new CliRun(0, "", ""), run);
  }
}
