package dev.bookplate.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bookplate.cli.Bookplate;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Utf8Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Books of the generator, and a book that is found among them as it is without them. The library of
 * 10,000 books is measured by {@code src/benchmarks/library}.
 */
class LibraryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TRAINING =
      Path.of("corpora/example-shelf/orrowby-the-lamp-at-skerrow.txt");
  private static final int BOOKS = 120;
  private static final int WORDS = 1500;

  @TempDir private Path folder;

  private static String story() throws IOException {
    try (InputStream in =
        LibraryTest.class.getResourceAsStream("/dev/bookplate/languages/en.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static LibraryGenerator generator(long seed) throws IOException {
    TrainingText training = TrainingText.of(Files.readString(TRAINING));
    return new LibraryGenerator(training, LikelyPhrases.of(training, story(), seed), seed);
  }

  private static List<String> words(String text) {
    return Pattern.compile("\\p{L}+(?:['’]\\p{L}+)*")
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static Set<String> runs(List<String> words, int length) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + length <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + length)));
    }
    return runs;
  }

  @Test
  void theSameSeedAndNumberGiveTheSameBook() throws IOException {
    assertEquals(generator(7).book(3, WORDS), generator(7).book(3, WORDS));
    assertNotEquals(generator(7).book(3, WORDS), generator(7).book(4, WORDS));
    assertNotEquals(generator(7).book(3, WORDS), generator(8).book(3, WORDS));
  }

  @Test
  void noBookSharesARunWithTheTrainingText() throws IOException {
    Set<String> known = runs(words(Files.readString(TRAINING)), KnownRuns.LENGTH);
    for (int n = 0; n < BOOKS; n++) {
      List<String> written = words(generator(7).book(n, WORDS));
      assertEquals(WORDS, written.size(), 16);
      assertFalse(runs(written, KnownRuns.LENGTH).stream().anyMatch(known::contains));
    }
  }

  @Test
  void theShareOfSharedShinglesIsCountedAsBySets() throws IOException {
    ShingleShare share = new ShingleShare(story(), 3);
    Set<String> asked = runs(words(story()), 3);
    Set<String> found = new HashSet<>();
    for (int n = 0; n < BOOKS; n++) {
      String book = generator(7).book(n, WORDS);
      share.add(book);
      found.addAll(runs(words(book), 3));
    }
    found.retainAll(asked);
    assertTrue(found.size() > 5);
    assertEquals((double) found.size() / asked.size(), share.share(), 1e-9);
  }

  private void run(Object... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] typed = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertEquals(
        0,
        Bookplate.run(InputStream.nullInputStream(), print, print, typed),
        () -> err.toString(StandardCharsets.UTF_8));
  }

  /** Document, text of the edition, grade and places of the passages of each. */
  private List<String> findings(Path catalogue) throws IOException {
    Path run = folder.resolve("run");
    Path corpus = folder.resolve("corpus.jsonl");
    run(
        "scan",
        "-q",
        corpus,
        "-c",
        catalogue,
        "-o",
        run,
        "--overwrite",
        "--cache",
        folder.resolve("cache"));
    List<String> findings = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("findings.jsonl"))) {
      JsonNode finding = JSON.readTree(line);
      List<String> parts = new ArrayList<>();
      parts.add(finding.at("/document/id").asText());
      parts.add(finding.at("/work/edition/textSha256").asText());
      parts.add(finding.at("/grade").asText());
      for (JsonNode passage : finding.get("passages")) {
        // what is left out is what other works may change
        parts.add(passage.get("pieces") + " " + passage.get("exactWords"));
      }
      findings.add(String.join(" ", parts));
    }
    Collections.sort(findings);
    return findings;
  }

  private void writeCorpus() throws IOException {
    List<String> story = words(story());
    List<String> filler = words(generator(99).book(0, 4000));
    StringBuilder lines = new StringBuilder();
    int n = 0;
    for (int length : new int[] {14, 25, 40, 80, 150}) {
      for (int at = 0; at + length <= story.size(); at += 30) {
        List<String> text = new ArrayList<>(filler.subList(20 * n, 20 * n + 60));
        text.addAll(story.subList(at, at + length));
        text.addAll(filler.subList(20 * n + 60, 20 * n + 100));
        lines.append("{\"id\":\"").append(n++).append("\",\"text\":\"");
        lines.append(String.join(" ", text)).append("\"}\n");
      }
    }
    Files.writeString(folder.resolve("corpus.jsonl"), lines);
  }

  @Test
  void aLibraryAroundABookChangesNoFindingOfIt() throws IOException {
    writeCorpus();
    Path alone = Files.createDirectories(folder.resolve("alone"));
    Files.writeString(alone.resolve("story.txt"), story());
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    Files.writeString(shelf.resolve("story.txt"), story());
    Path byBook = folder.resolve("by-book");
    for (int n = 0; n < BOOKS; n++) {
      Path book = shelf.resolve("book-" + n + ".txt");
      Files.writeString(book, generator(7).book(n, WORDS));
    }
    for (int n = 0; n < 12; n++) {
      run("catalogue", "add", "-q", byBook, shelf.resolve("book-" + 10 * n + ".txt"));
    }
    run("catalogue", "add", "-q", byBook, shelf.resolve("story.txt"));
    run("catalogue", "add", "-q", byBook, shelf);

    List<String> found = findings(alone);
    assertTrue(found.size() > 15);
    List<String> among = findings(shelf);
    String digest = Digests.sha256(Utf8Text.of(story()));
    assertIterableEquals(found, among.stream().filter(f -> f.contains(digest)).toList());
    assertIterableEquals(among, findings(byBook));
  }
}
