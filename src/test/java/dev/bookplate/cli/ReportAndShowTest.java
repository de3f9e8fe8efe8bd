package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is rendered again, and looked into. */
class ReportAndShowTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
    assertEquals(0, desk.scan(desk.quoting(80)).code());
  }

  private CliRun report(Path to, Object... more) {
    return CliRun.of(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("report", desk.run(), "-o", to),
                java.util.stream.Stream.of(more))
            .toArray());
  }

  @Test
  void everyFormat() throws IOException {
    Path to = desk.path("shared");

    CliRun run = report(to, "--format", "html,csv,json");

    assertEquals(0, run.code(), run.err());
    assertEquals(6, run.out().lines().count(), run.out());
    run.out().lines().forEach(file -> assertTrue(Files.exists(Path.of(file)), file));
    assertArrayEquals(
        Files.readAllBytes(desk.run().resolve("findings.csv")),
        Files.readAllBytes(to.resolve("findings.csv")));
  }

  @Test
  void reportsAreNotReplacedUnasked() {
    Path to = desk.path("shared");
    assertEquals(0, report(to, "-f", "csv").code());

    assertEquals(2, report(to, "-f", "csv").code());
    assertEquals(0, report(to, "-f", "csv", "--overwrite").code());
    assertEquals(2, report(desk.run(), "-f", "csv", "--overwrite").code());
    assertEquals(2, report(to, "-f", "excel").code());
    assertEquals(2, CliRun.of("report", desk.shelf(), "-f", "csv", "-o", to).code());
    assertEquals(2, CliRun.of("report", desk.path("none"), "-f", "csv", "-o", to).code());
  }

  @Test
  void aRunThatIsDamagedDoesNotVerify() throws IOException {
    Files.delete(desk.run().resolve("works.csv"));

    CliRun run = report(desk.path("shared"), "-f", "html");

    assertEquals(4, run.code());
    assertTrue(run.err().contains("works.csv is damaged"), run.err());
  }

  @Test
  void oneFindingByTheStartOfItsId() throws IOException {
    String line = Files.readString(desk.run().resolve("findings.jsonl"));
    String id = line.substring("{\"id\":\"".length(), "{\"id\":\"".length() + 6);

    CliRun shown = CliRun.of("show", desk.run(), id, "--width", 60);
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.out().contains("Grade       strong, extent quotation\n"), shown.out());
    shown.out().lines().forEach(l -> assertTrue(l.length() <= 80, l));
    assertEquals(line, CliRun.of("show", desk.run(), id, "--json").out());
  }

  @Test
  void noFinding() {
    CliRun run = CliRun.of("show", desk.run(), "zz");

    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("bookplate: No finding's id starts with \"zz\""), run.err());
  }
}
