package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan sees. */
class InspectTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
  }

  @Test
  void recordsAndWhatIsWrongWithSome() {
    Path file =
        desk.write(
            "a.jsonl",
            Desk.line("one", "Some text.")
                + "{\"id\":\"two\"}\n"
                + "{\"text\": \n"
                + Desk.line("four", "More text here."));

    CliRun run = CliRun.of("inspect", file);

    assertEquals(3, run.code(), run.err());
    assertTrue(run.out().startsWith(file + "\n  Format        JSON lines\n"), run.out());
    assertTrue(
        run.out().contains("  Documents     4 seen = 2 read + 1 skipped + 1 failed\n"), run.out());
    assertTrue(run.out().contains("  Text          5 words, 25 code points\n"), run.out());
    assertTrue(run.out().contains("  Text field    text\n"), run.out());
    assertTrue(run.out().contains("  First id      one\n"), run.out());
    assertTrue(run.out().contains("  Not read      record 1, byte 33: no-text-field"), run.out());
    assertTrue(run.out().contains("                record 2, byte 46: failed, "), run.out());
  }

  @Test
  void anEbookTellsOfItself() {
    Path book = Path.of("corpora/example-corpus/loose/harbour-library/the_umbrella_post.epub");

    CliRun run = CliRun.of("inspect", book);

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("  Title         The Umbrella Post\n"), run.out());
    assertTrue(run.out().contains("  Language      en\n"), run.out());
    assertTrue(run.out().contains("  Extractor     bookplate-0.1 epub\n"), run.out());
  }

  @Test
  void jsonIsALineAFile() {
    Path corpus = desk.quoting(30).getParent();
    desk.write("corpus/b.txt", "Only a few words.");

    CliRun run = CliRun.of("inspect", "--json", corpus);

    assertEquals(0, run.code(), run.err());
    assertEquals(2, run.out().lines().count());
    assertTrue(run.out().startsWith("{\"file\":\"" + corpus + "/b.txt\",\"format\":"), run.out());
  }

  @Test
  void ofAFolderTheLayoutIsNamedAndWhy() {
    desk.write("dolma/documents/a.jsonl", Desk.line("one", "Some text."));
    desk.write("dolma/attributes/pii/a.jsonl", Desk.line("one", "x"));
    Path corpus = desk.path("dolma");

    CliRun people = CliRun.of("inspect", corpus);
    CliRun programs = CliRun.of("inspect", "--json", corpus);

    assertEquals(0, people.code(), people.err());
    assertTrue(
        people
            .out()
            .startsWith(corpus + "\n  Layout        Dolma: it holds attributes, documents\n"),
        people.out());
    assertTrue(
        programs
            .out()
            .startsWith(
                "{\"folder\":\""
                    + corpus
                    + "\",\"path\":\"\",\"layout\":\"Dolma\",\"why\":\"it holds attributes,"
                    + " documents\",\"folders\":1}\n"),
        programs.out());
  }

  @Test
  void aRunsManifestNamesTheLayout() throws IOException {
    desk.write("dolma/documents/a.jsonl", Desk.line("one", "Some text."));
    desk.write("dolma/attributes/pii/a.jsonl", Desk.line("one", "x"));

    CliRun scan = desk.scan(desk.path("dolma"));

    assertEquals(0, scan.code(), scan.err());
    JsonNode manifest =
        new ObjectMapper().readTree(Files.readString(desk.run().resolve("manifest.json")));
    assertEquals(
        "[{\"corpus\":\"dolma\",\"path\":\"\",\"layout\":\"Dolma\",\"why\":\"it holds"
            + " attributes, documents\",\"folders\":1}]",
        manifest.get("layouts").toString());
  }

  @Test
  void theTextOfARecordAndNothingElse() {
    String text = "Caf\u00e9 \ud834\udd1e and no line end";
    Path file = desk.write("a.jsonl", Desk.line("one", "Some text.") + Desk.line("two", text));

    assertEquals(new CliRun(0, text, ""), CliRun.of("inspect", file, "--text", "--record", 1));
    assertEquals("Some text.", CliRun.of("inspect", file, "--text").out());
  }

  @Test
  void recordsThatGiveNoText() {
    Path file = desk.write("a.jsonl", "{\"id\":\"x\"}\n");

    CliRun run = CliRun.of("inspect", file, "--text");

    assertEquals(3, run.code());
    assertEquals("", run.out());
    assertTrue(
        run.err().startsWith("bookplate: record 0 of " + file + " gives no text: no-text-field"),
        run.err());
  }

  @Test
  void usage() {
    Path file = desk.quoting(30);

    CliRun many = CliRun.of("inspect", file, "--text", "--record", 3);
    assertEquals(2, many.code());
    assertTrue(many.err().contains(file + " has no record 3: it has 3, counted from 0"));
    assertEquals(2, CliRun.of("inspect", file, "--record", 1).code());
    assertEquals(2, CliRun.of("inspect", file, file, "--text").code());
    assertEquals(2, CliRun.of("inspect", folder, "--text").code());
    assertEquals(2, CliRun.of("inspect", desk.path("none")).code());
  }

  @Test
  void hostileTextIsShownByNumber() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Now \u001b[2J\u202e look at this.");

    CliRun run = CliRun.of("inspect", file);

    assertTrue(run.out().contains("Now \\u{1B}[2J\\u{202E} look at this."), run.out());
  }
}
