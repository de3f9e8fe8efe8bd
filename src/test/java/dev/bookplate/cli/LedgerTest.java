package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every record has its place in the counts, and every odd book its condition. */
class LedgerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Desk desk;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
  }

  @Test
  void whatOptionsLeaveOutIsCountedAndNamed() throws IOException {
    desk.write("corpus/a.txt", "Four words are here.");
    desk.write("corpus/deep/b.log", "This is left out.");
    desk.write("corpus/deep/c.txt", "This one has more than five words in it.");
    desk.write("corpus/other/d.txt", "Of another folder, and therefore not one of those.");

    CliRun run =
        desk.scan(
            folder.resolve("corpus"),
            "--exclude",
            "*.log",
            "--include",
            "deep/**",
            "--include",
            "a.*",
            "--min-words",
            "5");

    assertEquals(0, run.code(), run.err());
    JsonNode counts = manifest().get("counts");
    assertEquals(4, counts.get("seen").asInt());
    assertEquals(1, counts.get("read").asInt());
    assertEquals("{\"excluded\":2,\"too-short\":1}", counts.get("skipped").toString());
    List<String> unread = Files.readAllLines(desk.run().resolve("unread.jsonl"));
    assertTrue(unread.get(0).contains("4 words, fewer than --min-words 5"), unread.get(0));
    assertTrue(unread.get(1).contains("--exclude *.log"), unread.get(1));
    assertTrue(unread.get(2).contains("no --include takes it"), unread.get(2));
    String page = Files.readString(desk.run().resolve("report.html"));
    assertTrue(page.contains("2 excluded, 1 too-short"));
  }

  @Test
  void eachFileHasItsReasonsAndTheyAddUp() throws IOException {
    desk.write(
        "corpus/a.jsonl", "{\"text\":\"A few words.\"}\n\n{\"id\":1}\n{\"text\":7}\n{oops\n");

    assertEquals(3, desk.scan(folder.resolve("corpus")).code());

    JsonNode input = manifest().get("inputs").get(0);
    assertEquals(5, input.get("seen").asInt());
    assertEquals(12, input.get("textBytes").asInt());
    assertEquals(3, input.get("skipped").asInt());
    assertEquals(
        "{\"empty\":1,\"no-text-field\":1,\"not-text\":1}", input.get("reasons").toString());
    assertEquals(1, input.get("failed").asInt());
  }

  @Test
  void oddBooksAreSearchedAndSaid() throws IOException {
    String book = Files.readString(book());
    desk.write("corpus/page.epub", "<html><body><p>404: there is no such book.</p></body></html>");
    desk.write("corpus/start.txt", book.substring(0, book.lastIndexOf(' ', book.length() / 2)));
    desk.write("corpus/whole.html", page("The Wrong Book Entirely", book));

    CliRun run = desk.scan(folder.resolve("corpus"));

    assertEquals(0, run.code(), run.err());
    List<String> lines = Files.readAllLines(desk.run().resolve("conditions.jsonl"));
    assertTrue(lines.get(0).contains("\"wrong-content\""), lines.get(0));
    assertTrue(lines.get(0).contains("named like an EPUB and is a web page"), lines.get(0));
    assertTrue(lines.get(1).contains("\"short\""), lines.get(1));
    assertTrue(lines.stream().anyMatch(l -> l.contains("start.txt") && l.contains("truncated")));
    assertTrue(lines.stream().anyMatch(l -> l.contains("whole.html") && l.contains("mistitled")));
    JsonNode conditions = manifest().get("counts").get("conditions");
    assertEquals(1, conditions.get("wrong-content").asInt());
    assertEquals(1, conditions.get("truncated").asInt());
    assertEquals(1, conditions.get("mistitled").asInt());
  }

  @Test
  void aServersPageIsNoReference() throws IOException {
    Files.writeString(desk.shelf().resolve("page.epub"), "<html><body>404: gone</body></html>");
    desk.write("corpus/a.txt", "Four words are here.");

    desk.scan(folder.resolve("corpus"));

    JsonNode rejected = manifest().get("catalogues").get(0).get("rejected");
    assertEquals("page.epub", rejected.get(0).get("source").asText());
    assertEquals(
        "wrong-content: it is named like an EPUB and is a web page",
        rejected.get(0).get("reason").asText());
  }

  @Test
  void inspectStopsWhereItIsToldTo() throws IOException {
    Path file =
        desk.write(
            "a.jsonl",
            "{\"id\":\"x\",\"text\":\"One.\",\"meta\":{\"pile_set_name\":\"Books3\"}}\n".repeat(9));

    CliRun run = CliRun.of("inspect", file.toString(), "--limit", "2");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("2 seen = 2 read"), run.out());
    assertTrue(run.out().contains("and more behind --limit"), run.out());
    assertTrue(run.out().contains("source Books3"), run.out());
    assertTrue(run.out().contains("2 of 2"), run.out());
  }

  @Test
  void aPatternThatIsNoneIsRefused() throws IOException {
    CliRun run = desk.scan(desk.write("corpus/a.txt", "Words."), "--include", "[");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("\"[\" is no pattern; give --include one like"), run.err());
  }

  private Path book() throws IOException {
    try (var files = Files.list(desk.shelf())) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().orElseThrow();
    }
  }

  private static String page(String title, String text) {
    return "<html><head><title>" + title + "</title></head><body><p>" + text + "</p></body></html>";
  }

  private JsonNode manifest() throws IOException {
    return JSON.readTree(desk.run().resolve("manifest.json").toFile());
  }
}
