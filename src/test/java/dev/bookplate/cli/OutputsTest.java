package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models wrote: the prompt's text is not theirs. */
class OutputsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Desk desk;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
  }

  @Test
  void onlyWhatGoesBeyondThePromptCounts() throws IOException {
    outputs(
        completion("all", "Say it: " + book(100, 200), book(100, 200)),
        completion("beyond", "Go on: " + book(300, 340), book(300, 400)),
        completion("none", "Go on.", new Prose(50).text(100)),
        completion("free", "Write.", "Well. " + book(700, 780)));

    CliRun run = scan();

    assertEquals(0, run.code(), run.err());
    Map<String, Map<String, String>> rows = rows();
    assertEquals(List.of("all", "beyond", "none", "free"), List.copyOf(rows.keySet()));
    Map<String, String> all = rows.get("all");
    assertEquals("0", all.get("longestRunWords"));
    assertEquals("100", all.get("promptRunWords"));
    assertEquals("lead", all.get("grade"));
    assertEquals("false", all.get("reaches50Words"));
    assertEquals("102", all.get("promptWords"));
    Map<String, String> beyond = rows.get("beyond");
    assertEquals("60", beyond.get("longestRunWords"));
    assertEquals("40", beyond.get("promptRunWords"));
    assertEquals("strong", beyond.get("grade"));
    assertEquals("true", beyond.get("reaches50Words"));
    assertEquals("", beyond.get("longestRunTokens"));
    assertEquals("no tokenizer was named with --tokenizer", beyond.get("tokensNote"));
    assertEquals("", rows.get("none").get("workId"));
    assertEquals("1", rows.get("none").get("completions"));
    assertEquals("80", rows.get("free").get("longestRunWords"));
    JsonNode inPrompt = findings().get(0);
    assertEquals("in-prompt", inPrompt.get("passages").get(0).get("cap").asText());
    assertTrue(inPrompt.get("reasons").toString().contains("in-prompt"));
    assertEquals(0, inPrompt.get("measures").get("spanWords").asInt());
    assertEquals("completion", inPrompt.get("document").get("field").asText());
    assertEquals("all", inPrompt.get("document").get("id").asText());
    JsonNode parted = findings().get(1);
    assertEquals(2, parted.get("passages").size());
    assertEquals(60, parted.get("measures").get("exactWords").asInt());
    String page = Files.readString(desk.run().resolve("report.html"));
    assertTrue(page.contains("What a model wrote"), "the section is there");
    assertTrue(page.contains("That text came out for a prompt"), "the limit is there");
  }

  @Test
  void choicesOfOnePromptAreAddedUp() throws IOException {
    desk.write(
        "out/batch.jsonl",
        "{\"custom_id\":\"q\",\"response\":{\"status_code\":200,\"body\":{\"choices\":["
            + choice(book(0, 30))
            + ","
            + choice(book(500, 560))
            + ","
            + choice("Nothing of that.")
            + "]}}}\n"
            + "{\"custom_id\":\"bad\",\"response\":null,\"error\":{\"code\":\"oops\"}}\n");

    CliRun run = scan();

    assertEquals(0, run.code(), run.err());
    Map<String, String> row = rows().get("q");
    assertEquals("3", row.get("completions"));
    assertEquals("2", row.get("completionsWithWork"));
    assertEquals("60", row.get("longestRunWords"));
    assertEquals("response.body.choices[1].message.content", row.get("choice"));
    assertEquals("1", row.get("record"));
    assertEquals("", row.get("promptWords"), "the results do not repeat the request");
    JsonNode counts = JSON.readTree(desk.run().resolve("manifest.json").toFile()).get("counts");
    assertEquals(4, counts.get("seen").asInt());
    assertEquals(3, counts.get("read").asInt());
    assertEquals("{\"empty\":1}", counts.get("skipped").toString());

    Path requests =
        desk.write(
            "requests.jsonl",
            "{\"custom_id\":\"q\",\"body\":{\"messages\":[{\"role\":\"user\",\"content\":\""
                + book(500, 530)
                + "\"}]}}\n");
    assertEquals(0, scan("--prompts", requests, "--overwrite").code());
    row = rows().get("q");
    assertEquals("30", row.get("longestRunWords"));
    assertEquals("30", row.get("promptRunWords"));
    assertEquals("30", row.get("promptWords"));
  }

  @Test
  void aCompletionThatOnlyRepeatsItsPromptCountsForNothing() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(1500);
      String stretch = book(from, from + 20 + random.nextInt(300));
      String prompt = new Prose(i).text(random.nextInt(30)) + " " + stretch;
      String repeated = random.nextBoolean() ? prompt : stretch.toUpperCase(java.util.Locale.ROOT);
      String twice = random.nextInt(3) == 0 ? repeated + " " + repeated : repeated;
      lines.add(completion("p" + i, prompt, random.nextBoolean() ? twice : "Here: " + twice));
    }
    outputs(lines.toArray(String[]::new));

    assertEquals(0, scan().code());

    for (JsonNode finding : findings()) {
      assertEquals("lead", finding.get("grade").asText());
      assertEquals("quotation", finding.get("extent").asText());
    }
    for (Map<String, String> row : rows().values()) {
      assertTrue(row.get("longestRunWords").matches("0?"), row.toString());
    }
    List<String> works = Files.readAllLines(desk.run().resolve("works.csv"));
    assertEquals("0", cell(works, "longestRunWords"));
    assertEquals("0", cell(works, "exactWords"));
    assertEquals("0", cell(works, "spanWords"));
  }

  @Test
  void threadsMakeNoDifference() throws IOException {
    for (int file = 0; file < 6; file++) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < 10; i++) {
        int from = 50 * i + file;
        lines.append(completion("p" + i % 3, book(from, from + 20), book(from, from + 70)));
      }
      desk.write("out/" + file + ".jsonl", lines.toString());
    }
    assertEquals(0, scan("--threads", "1").code());
    Map<String, String> one = files();
    assertEquals(0, scan("--threads", "4", "--overwrite").code());
    assertEquals(one, files());
    assertTrue(one.get("outputs.csv").contains("p2"));
  }

  @Test
  void otherCorporaHaveNoSuchFile() throws IOException {
    assertEquals(0, desk.scan(desk.quoting(60)).code());
    assertFalse(Files.exists(desk.run().resolve("outputs.csv")));
    assertFalse(Files.readString(desk.run().resolve("manifest.json")).contains("outputs"));
    assertFalse(Files.readString(desk.run().resolve("report.html")).contains("a model wrote"));
  }

  @Test
  void tokensAreCounted() throws IOException {
    outputs(completion("t", "Go on: " + book(300, 340), book(300, 400)));
    Path tokenizer = desk.write("small-vocab.json", bytesOnly());
    desk.write("small-merges.txt", "#version: 0.2\n");

    assertEquals(0, scan("--tokenizer", tokenizer).code());

    Map<String, String> row = rows().get("t");
    // a byte is a token, and blanks inside the run count, too
    assertEquals(
        String.valueOf(book(340, 400).length()), row.get("longestRunTokens"), row.toString());
    assertEquals("true", row.get("reaches50Tokens"));
    assertEquals("", row.get("tokensNote"));

    Files.delete(folder.resolve("small-merges.txt"));
    assertEquals(0, scan("--tokenizer", tokenizer, "--overwrite").code());
    row = rows().get("t");
    assertEquals("", row.get("longestRunTokens"));
    assertTrue(row.get("tokensNote").contains("small-merges.txt is not beside it"), row.toString());
  }

  @Test
  void listsOfWorksHaveTheTokens() throws IOException {
    outputs(
        completion("alone", "Go on.", book(0, 1500)),
        completion("twice", "Go on.", book(0, 1700)),
        completion("twice", "Go on.", book(0, 1600)));
    Path tokenizer = desk.write("vocab.json", bytesOnly());
    desk.write("merges.txt", "#version: 0.2\n");
    assertEquals(0, scan("--tokenizer", tokenizer).code());

    assertEquals(
        String.valueOf(book(0, 1700).length()),
        listed("list/works-list.csv", "DOCUMENTS_FOUND", "3").get("LONGEST_RUN_TOKENS"));
    String copies = "list/copies-list.csv";
    assertEquals(
        String.valueOf(book(0, 1500).length()),
        listed(copies, "RECORD_LOCATOR", "record 0").get("LONGEST_RUN_TOKENS"));
    for (String record : List.of("record 1", "record 2")) {
      assertEquals(
          "",
          listed(copies, "RECORD_LOCATOR", record).get("LONGEST_RUN_TOKENS"),
          "a run tells the tokens of a prompt, not of each of its completions");
    }

    assertEquals(0, scan("--overwrite").code());
    Files.move(desk.path("list"), desk.path("before"));
    assertEquals(
        "", listed(copies, "RECORD_LOCATOR", "record 0").get("LONGEST_RUN_TOKENS"), "no tokenizer");
  }

  /** A row of the list of works, which is written where it is not there. */
  private Map<String, String> listed(String file, String column, String value) throws IOException {
    if (!Files.exists(desk.path("list"))) {
      CliRun run =
          CliRun.of("export", desk.run(), "--format", "works", "-o", folder.resolve("list"));
      assertEquals(0, run.code(), run.err());
    }
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(desk.path(file))) {
      return csv.stream()
          .filter(row -> row.getField(column).equals(value))
          .findFirst()
          .orElseThrow()
          .getFieldsAsMap();
    }
  }

  @Test
  void optionsOfOutputsNeedThem() throws IOException {
    outputs(completion("t", "a", "b"));
    CliRun run = desk.scan(folder.resolve("out"), "--prompt-field", "q");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("give --outputs, too"), run.err());
    run = scan("--prompts", folder.resolve("nothing.jsonl"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("is not there"), run.err());
    run = scan("--prompts", desk.write("p.jsonl", "{\"no\":\"id\"}"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("its request 0 has no id"), run.err());
  }

  @Test
  void inspectShowsCompletions() throws IOException {
    outputs(completion("t", "a question", "an answer"));
    CliRun run =
        CliRun.of("inspect", "--outputs", folder.resolve("out/o.jsonl"), "--text", "--record", "0");
    assertEquals("an answer", run.out());
  }

  private void outputs(String... lines) {
    desk.write("out/o.jsonl", String.join("", lines));
  }

  private static String completion(String id, String prompt, String completion) {
    return "{\"id\":\""
        + id
        + "\",\"prompt\":\""
        + prompt
        + "\",\"completion\":\""
        + completion
        + "\"}\n";
  }

  private static String choice(String text) {
    return "{\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"}}";
  }

  private static String book(int from, int to) {
    return Prose.words(Desk.BOOK, from, to);
  }

  private CliRun scan(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("--outputs"));
    arguments.addAll(List.of(more));
    return desk.scan(folder.resolve("out"), arguments.toArray());
  }

  /** By prompt id; the tests' cells need no quotes but for commas in titles, which have none. */
  private Map<String, Map<String, String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(desk.run().resolve("outputs.csv"));
    String[] names = lines.get(0).split(",", -1);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.put(row.get("promptId"), row);
    }
    return rows;
  }

  private List<JsonNode> findings() throws IOException {
    List<JsonNode> findings = new ArrayList<>();
    for (String line : Files.readAllLines(desk.run().resolve("findings.jsonl"))) {
      findings.add(JSON.readTree(line));
    }
    return findings;
  }

  private static String cell(List<String> lines, String column) {
    int at = List.of(lines.get(0).split(",", -1)).indexOf(column);
    // a comma in quotes parts nothing
    return lines.get(1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)[at];
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : List.of("findings.jsonl", "outputs.csv", "works.csv", "unread.jsonl")) {
      files.put(name, Files.readString(desk.run().resolve(name)));
    }
    return files;
  }

  /** GPT-2's alphabet of bytes, and nothing merged. */
  private static String bytesOnly() throws IOException {
    Map<String, Integer> ids = new LinkedHashMap<>();
    int next = 0x100;
    for (int b = 0; b < 0x100; b++) {
      boolean printable = (b > ' ' && b <= '~') || (b > 0xA0 && b != 0xAD);
      ids.put(String.valueOf((char) (printable ? b : next++)), b);
    }
    return JSON.writeValueAsString(ids);
  }
}
