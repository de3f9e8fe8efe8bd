package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.CustodyEntry;
import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.CustodyLog;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves a run is noted in it, and a redacted export has the text nowhere. */
class ExportTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void scan() throws IOException {
    desk = new Desk(folder);
    CliRun run = desk.scan(desk.quoting(80));
    assertEquals(0, run.code(), run.err());
  }

  private CliRun export(String format, Path output, Object... more) {
    Object[] arguments = new Object[8 + more.length];
    System.arraycopy(
        new Object[] {"export", desk.run(), "-f", format, "--bates", "T", "-o", output},
        0,
        arguments,
        0,
        8);
    System.arraycopy(more, 0, arguments, 8, more.length);
    return CliRun.of(arguments);
  }

  private List<CustodyEntry> custody() throws IOException {
    return CustodyLog.read(desk.run()).entries();
  }

  @Test
  void everyExportIsACustodyLineAndTheRunStillVerifies() throws IOException {
    CliRun one = export("exhibits", desk.path("ex"), "--operator", "J. Doe", "--redact", "all");
    assertEquals(0, one.code(), one.err());
    assertEquals(0, export("csv", desk.path("csv")).code());
    assertEquals(0, export("certificate", desk.path("cert")).code());

    List<CustodyEntry> entries = custody();
    assertEquals(
        List.of(
            CustodyEvent.CREATED,
            CustodyEvent.REDACTED,
            CustodyEvent.EXPORTED,
            CustodyEvent.EXPORTED,
            CustodyEvent.EXPORTED),
        entries.stream().map(CustodyEntry::event).toList());
    CustodyEntry exported = entries.get(2);
    assertEquals("J. Doe", exported.by().operator());
    assertEquals("exhibits", exported.detail().get("format"));
    assertEquals(desk.path("ex").toAbsolutePath().toString(), exported.detail().get("folder"));
    assertEquals(
        Digests.of(desk.path("ex/exhibits.json")).sha256(), exported.detail().get("exhibits.json"));
    assertEquals("all", entries.get(1).detail().get("wordsThatRemain"));
    CliRun verified = CliRun.of("verify", desk.run());
    assertEquals(0, verified.code(), verified.err());
  }

  @Test
  void redactedLoadFilesAndExhibitsHaveNoQuotation() throws IOException {
    String quoted = Prose.words(Desk.BOOK, 500, 504);
    assertEquals(0, export("concordance", desk.path("whole")).code());
    assertTrue(holds(desk.path("whole"), quoted));
    assertEquals(0, export("concordance", desk.path("dat"), "--redact", "all").code());
    assertFalse(holds(desk.path("dat"), quoted));
    assertTrue(holds(desk.path("dat"), "SHA-256 of the quotation"));
    assertEquals(0, export("exhibits", desk.path("pdf"), "--redact", "2").code());
    assertFalse(holds(desk.path("pdf"), quoted));
    assertTrue(holds(desk.path("pdf"), "SHA-256 of the quotation"));
    assertTrue(
        CliRun.of("export", "--check", desk.path("dat"))
            .out()
            .contains("nothing that an importer"));
  }

  private static boolean holds(Path folder, String words) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text;
        if (file.toString().endsWith(".pdf")) {
          try (PDDocument document = Loader.loadPDF(file.toFile())) {
            text = new PDFTextStripper().getText(document);
          }
        } else {
          text = Files.readString(file);
        }
        if (text.replaceAll("\\s+", " ").contains(words)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void numbersAreGivenOutOnce() throws IOException {
    assertEquals(0, export("exhibits", desk.path("one")).code());
    CliRun again = export("exhibits", desk.path("two"), "--bates-start", "1");
    assertEquals(2, again.code());
    assertTrue(again.err().contains("were given out before"), again.err());
    CliRun next = export("exhibits", desk.path("two"));
    assertTrue(next.out().startsWith("T00000007 to "), next.out());
    assertFalse(Files.exists(desk.path(".two.partial")));
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    assertUsage(
        export("exhibits", desk.path("a"), "--redact", "some"), "a number of words, or all");
    assertUsage(
        export("csv", desk.path("a"), "--redact", "all", "--natives", folder), "without --natives");
    assertUsage(export("exhibits", desk.path("a"), "--designation", "x".repeat(101)), "no room");
    assertUsage(export("paper", desk.path("a")), "exhibits, certificate or works");
    assertUsage(export("exhibits", desk.path("a"), "--fonts", desk.path("none")), "not exist");
    assertUsage(CliRun.of("export", desk.run(), "-f", "exhibits", "-o", desk.path("a")), "--bates");
  }

  private static void assertUsage(CliRun run, String words) {
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
  }

  @Test
  void aScriptWithoutFontIsNamedAndRedactionDoesWithoutIt() throws IOException {
    // words of Tamil letters, no two alike
    StringBuilder tamil = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      tamil.appendCodePoint(0x0BA8 + i % 3).appendCodePoint(0x0BAE + i / 3 % 12);
      tamil.appendCodePoint(0x0BAE + i / 36 % 12).append(' ');
    }
    desk.write("shelf/tamil.txt", tamil.toString());
    desk.write("corpus/tamil.txt", tamil.substring(400, 1200));
    assertEquals(0, desk.scan(desk.path("corpus"), "--overwrite").code());
    assertUsage(export("exhibits", desk.path("a")), "of the scripts TAMIL have no glyph");
    assertFalse(Files.exists(desk.path("a")));
    assertEquals(0, export("exhibits", desk.path("b"), "--redact", "all").code());
  }

  @Test
  void contextIsShownOnBothSides() throws IOException {
    String id = Files.readAllLines(desk.run().resolve("findings.csv")).get(1).split(",", -1)[0];
    CliRun shown =
        CliRun.of(
            "show",
            desk.run(),
            id,
            "--context",
            6,
            "--width",
            80,
            "--corpus",
            desk.path("corpus"),
            "-c",
            desk.shelf(),
            "--cache",
            desk.cache());
    assertEquals(0, shown.code(), shown.err());
    String context = shown.out().substring(shown.out().indexOf("Context of passage 1"));
    assertTrue(context.contains("[-"), context);
    assertTrue(context.contains("{+"), context);
    String before = Prose.words(Desk.BOOK, 498, 500);
    assertTrue(context.replaceAll("\\s+", " ").contains(before), context);
  }
}
