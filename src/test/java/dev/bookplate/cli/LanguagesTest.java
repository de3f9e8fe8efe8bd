package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One story in many languages, told for this test, through the whole program: a shelf of a file, a
 * corpus of JSON lines or of files.
 */
class LanguagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static String story(String name) throws IOException {
    try (var in = LanguagesTest.class.getResourceAsStream("/dev/bookplate/languages/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path shelf(String... names) throws IOException {
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    for (String name : names) {
      Files.writeString(shelf.resolve(name), story(name));
    }
    return shelf;
  }

  private Path corpus(List<String> texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String text : texts) {
      ObjectNode line = JSON.createObjectNode().put("id", "doc-" + lines.length());
      lines.append(line.put("text", text)).append('\n');
    }
    return Files.writeString(folder.resolve("corpus.jsonl"), lines);
  }

  private List<JsonNode> findings(Path corpus, Path shelf, Object... more) throws IOException {
    Path run = folder.resolve("run");
    List<Object> arguments = new ArrayList<>(List.of("scan", "-q", corpus, "-c", shelf));
    arguments.addAll(List.of("-o", run, "--overwrite", "--cache", folder.resolve("cache")));
    arguments.addAll(List.of(more));
    assertEquals(new CliRun(0, "", ""), CliRun.of(arguments.toArray()));
    List<JsonNode> findings = new ArrayList<>();
    try (Stream<String> lines = Files.lines(run.resolve("findings.jsonl"))) {
      for (String line : lines.toList()) {
        findings.add(JSON.readTree(line));
      }
    }
    return findings;
  }

  /** Records of which no finding has all of the planted run unbroken. */
  private static List<String> missed(
      List<JsonNode> findings, List<Planted> planted, Tongue tongue) {
    List<String> missed = new ArrayList<>();
    for (int d = 0; d < planted.size(); d++) {
      Planted p = planted.get(d);
      int record = d;
      boolean found =
          findings.stream()
              .filter(f -> f.at("/document/record").asInt() == record)
              .filter(f -> !f.get("grade").asText().equals("lead"))
              .flatMap(f -> f.get("passages").valueStream())
              .anyMatch(
                  passage ->
                      passage.get("longestRunWords").asInt() >= tongue.words()
                          && passage.get("docStart").asInt() <= p.from + tongue.slack()
                          && passage.get("docEnd").asInt() >= p.to - tongue.slack());
      if (!found) {
        missed.add(d + ": " + p.text.substring(p.text.offsetByCodePoints(0, p.from)));
      }
    }
    return missed;
  }

  private record Planted(String text, int from, int to) {
    static Planted of(String before, String run, String behind) {
      int from = before.codePointCount(0, before.length());
      return new Planted(before + run + behind, from, from + run.codePointCount(0, run.length()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunIsFoundHoweverItIsWritten(Tongue tongue) throws IOException {
    List<Planted> planted = new ArrayList<>();
    String text = story(tongue.file());
    List<int[]> units = tongue.units(text);
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int last = units.size() - tongue.run();
      int first = seed == 0 ? 0 : seed == 1 ? last : random.nextInt(last);
      String run = text.substring(units.get(first)[0], units.get(first + tongue.run() - 1)[1]);
      String written = tongue.change(seed % tongue.changes()).apply(run, random);
      Prose other = new Prose(seed);
      String before = seed % 5 == 2 ? "" : other.text(30) + "\n";
      String behind = seed % 5 == 3 ? "" : "\n" + other.text(30);
      planted.add(Planted.of(before, written, behind));
    }
    Path corpus = corpus(planted.stream().map(Planted::text).toList());
    List<JsonNode> findings = findings(corpus, shelf(tongue.file()));
    assertEquals(List.of(), missed(findings, planted, tongue));
  }

  @Test
  void translationsByPeopleAndMachinesDoNotMatch() throws IOException {
    List<String> told = new ArrayList<>();
    for (Tongue tongue : Tongue.values()) {
      told.add(tongue.file());
    }
    told.add("en-second.txt");
    for (String of : List.of("en.txt", "de.txt", "fr.txt", "ja.txt", "zh-hans.txt", "ar.txt")) {
      List<String> others = new ArrayList<>();
      for (String name : told) {
        if (!name.equals(of) && !(name + of).equals("zh-hant.txtzh-hans.txt")) {
          others.add(story(name));
        }
      }
      Path shelf = Files.createDirectories(folder.resolve("shelf-" + of));
      Files.writeString(shelf.resolve(of), story(of));
      for (String profile : List.of("fast", "standard", "noisy")) {
        assertEquals(List.of(), findings(corpus(others), shelf, "--profile", profile), of);
      }
    }
  }

  /** What both scripts write alike is found, and is a lead: characters are not converted. */
  @Test
  void betweenSimplifiedAndTraditionalChineseThereAreOnlyLeads() throws IOException {
    Path shelf = shelf("zh-hans.txt");
    for (JsonNode finding : findings(corpus(List.of(story("zh-hant.txt"))), shelf)) {
      assertEquals("lead", finding.get("grade").asText());
    }
  }

  /** A catalogue in UTF-8, and the same story as a file of the time before it. */
  @ParameterizedTest
  @CsvSource({
    "ja,Shift_JIS", "ja,EUC-JP", "ja,ISO-2022-JP", "zh-hans,GB18030", "zh-hant,Big5",
    "ru,windows-1251", "ru,KOI8-R", "fr,windows-1252", "de,ISO-8859-1", "es,windows-1252",
    "ar,windows-1256", "he,windows-1255", "tr,windows-1254"
  })
  void filesInOlderCharacterSetsAreRead(String language, String charset) throws IOException {
    String text = story(language + ".txt");
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    String known = charset.equals("windows-1255") ? text.replace('־', '-') : text;
    Files.write(corpus.resolve("story.txt"), known.getBytes(Charset.forName(charset)));
    List<JsonNode> findings = findings(corpus, shelf(language + ".txt"));
    assertEquals(1, findings.size());
    assertEquals("strong", findings.get(0).get("grade").asText());
    assertEquals("whole", findings.get(0).get("extent").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "ISO-2022-JP"})
  void aReferenceMayBeInAnOlderCharacterSet(String charset) throws IOException {
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    Files.write(shelf.resolve("ja.txt"), story("ja.txt").getBytes(Charset.forName(charset)));
    JsonNode finding = findings(corpus(List.of(story("ja.txt"))), shelf).get(0);
    assertEquals("whole", finding.get("extent").asText());
    assertEquals(1, finding.at("/measures/identity").asDouble());
  }
}
