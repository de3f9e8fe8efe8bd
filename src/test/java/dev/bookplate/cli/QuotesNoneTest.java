package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --quotes none} no text of the corpus is written anywhere. */
class QuotesNoneTest {
  private static final int WORDS = 5;

  @Test
  void noFiveWordsInARowOfTheCorpus(@TempDir Path folder) throws Exception {
    Desk desk = new Desk(folder);
    Set<String> forbidden = new HashSet<>();
    Path corpus = corpus(desk, forbidden);
    Path temporary = Files.createDirectories(desk.path("tmp"));
    List<String> options = List.of("-Djava.io.tmpdir=" + temporary);

    assertEquals(
        3, // the shard that is cut off
        ChildProcess.run(
            options,
            "scan",
            corpus,
            "-c",
            desk.shelf(),
            "-o",
            desk.run(),
            "--cache",
            desk.cache(),
            "--quotes",
            "none",
            "-q"));
    assertEquals(
        0,
        ChildProcess.run(
            options, "report", desk.run(), "-f", "html,csv,json", "-o", desk.path("shared"), "-q"));

    for (String format : List.of("concordance", "csv", "exhibits", "certificate")) {
      Path exported = desk.path("exported/" + format);
      CliRun done =
          CliRun.of("export", desk.run(), "-f", format, "--bates", "NONE", "-o", exported, "-q");
      assertEquals(0, done.code(), done.err());
    }

    assertTrue(
        Files.readString(desk.run().resolve("findings.csv")).contains("strong"), "it was found");
    for (Path written :
        List.of(desk.run(), desk.path("shared"), desk.path("exported"), temporary)) {
      for (Path file : filesIn(written)) {
        assertNothingOf(forbidden, file);
      }
    }
  }

  @Test
  void theTestWouldSeeQuotes(@TempDir Path folder) throws Exception {
    Desk desk = new Desk(folder);
    Set<String> forbidden = new HashSet<>();
    desk.scan(corpus(desk, forbidden));

    for (String file : List.of("findings.jsonl", "report.html")) {
      Set<String> held = fives(desk.run().resolve(file));
      assertTrue(forbidden.stream().anyMatch(held::contains), file);
    }
  }

  /** Records, pages and text that quote, one that cannot be read, and what of them is forbidden. */
  private static Path corpus(Desk desk, Set<String> forbidden) {
    String quote = Prose.words(Desk.BOOK, 100, 400);
    String clean = new Prose(20).text(300);
    forbidden.addAll(fives(quote));
    forbidden.addAll(fives(clean));
    desk.write("corpus/a.jsonl", Desk.line("one", clean + " " + quote) + Desk.line("two", quote));
    desk.write("corpus/b.txt", Desk.BOOK);
    forbidden.addAll(fives(Desk.BOOK));
    desk.write(
        "corpus/c.html", "<html><body><p>" + clean + "</p><p>" + quote + "</p></body></html>");
    desk.write("corpus/d.jsonl", "{\"id\":\"cut\",\"text\":\"" + quote);
    desk.write("corpus/e.jsonl", "{\"id\":\"odd\",\"words\":\"" + quote + "\"}\n");
    return desk.path("corpus");
  }

  private static void assertNothingOf(Set<String> forbidden, Path file) throws IOException {
    for (String five : fives(file)) {
      assertFalse(forbidden.contains(five), () -> file + " holds: " + five);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Set<String> fives(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".pdf")) {
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        return fives(new PDFTextStripper().getText(document));
      }
    }
    if (name.endsWith(".docx")) {
      try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
          XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
        return fives(extractor.getText());
      }
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return fives(text.replaceAll("<[^>]*>", "").replaceAll("\\\\[nrt]", " "));
  }

  private static Set<String> fives(String text) {
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    Set<String> fives = new HashSet<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      fives.add(String.join(" ", words.subList(i, i + WORDS)));
    }
    return fives;
  }
}
