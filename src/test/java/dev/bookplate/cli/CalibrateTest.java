package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.evidence.Calibration.Rate;
import dev.bookplate.evidence.Calibration.Recall;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planted controls are found where they must be, and the figures are the same every time. */
class CalibrateTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void furnish() throws IOException {
    desk = new Desk(folder);
    for (int book = 3; book <= 6; book++) {
      desk.write("shelf/book-" + book + ".txt", new Prose(book).text(2500));
    }
  }

  private Path clean() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      texts.add(new Prose(100 + i).text(300));
    }
    return desk.corpus(texts.toArray(new String[0]));
  }

  private CliRun calibrate(Path corpus, String to, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("calibrate", corpus, "-c", desk.shelf(), "-o", desk.path(to), "--cache"));
    arguments.add(desk.cache());
    arguments.addAll(Arrays.asList(more));
    return CliRun.of(arguments.toArray());
  }

  private Calibration read(String from) throws IOException {
    return RunJson.read(
        Files.readString(desk.path(from).resolve("calibration.json")), Calibration.class);
  }

  private static Rate found(Calibration calibration, String kind, int words, int grade) {
    return calibration.recall().stream()
        .filter(r -> r.kind().equals(kind) && r.words() == words)
        .findFirst()
        .orElseThrow()
        .found()
        .get(grade)
        .rate();
  }

  private static FalseFindings control(Calibration calibration, String name) {
    return calibration.falseFindings().stream()
        .filter(f -> f.control().equals(name) && f.language() == null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unbrokenRunsAreAllFoundAtTheirGrades() throws IOException {
    CliRun run = calibrate(clean(), "out", "--controls", 6);

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith(Calibration.HEADING + "\n"), run.out());
    assertTrue(run.out().matches("(?s).*\nverbatim +6/6 +6/6 .*"), run.out());
    Calibration calibration = read("out");
    for (String kind : List.of("verbatim", "respaced", "folded", "hyphenated")) {
      for (int words : new int[] {25, 50, 100, 200, 500}) {
        assertEquals(6, found(calibration, kind, words, 1).events(), kind + words);
        assertEquals(words >= 50 ? 6 : 0, found(calibration, kind, words, 2).events());
      }
    }
    assertEquals(6, found(calibration, "chunk", 2000, 2).events());
    assertEquals(6, found(calibration, "edit10", 200, 1).trials());
    assertEquals(61, calibration.recall().size());
    assertEquals(12, calibration.drawn().clean());
  }

  @Test
  void nothingThatWasSeenIsNotNothing() throws IOException {
    assertEquals(0, calibrate(clean(), "out", "--controls", 1).code());
    Calibration calibration = read("out");

    assertEquals(List.of(), calibration.byLanguage());
    for (String name : List.of("left-out", "shuffled")) {
      Rate rate = control(calibration, name).documents().get(0).rate();
      assertEquals(0, rate.events(), name);
      assertTrue(rate.trials() >= 6 && rate.boundIfNone() > 0.1, name);
      assertNull(rate.byBook());
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesForAnyThreads() throws IOException {
    Path corpus = clean();
    assertEquals(0, calibrate(corpus, "a", "--controls", 3, "--threads", 1, "--seed", 5).code());
    assertEquals(0, calibrate(corpus, "b", "--controls", 3, "--threads", 3, "--seed", 5).code());
    assertEquals(0, calibrate(corpus, "c", "--controls", 3, "--seed", 6).code());

    for (String file : List.of("calibration.json", "calibration.html")) {
      String a = Files.readString(desk.path("a").resolve(file));
      assertEquals(a, Files.readString(desk.path("b").resolve(file)));
      assertNotEquals(a, Files.readString(desk.path("c").resolve(file)));
      // no words of a book or of a document
      assertFalse(a.contains(Prose.words(Desk.BOOK, 0, 3)));
    }
  }

  @Test
  void decoysThatAreFoundAreFalse() throws IOException {
    String decoy = new Prose(50).text(1500);
    desk.write("decoys/absent.txt", decoy);
    desk.write("decoys/other.txt", new Prose(51).text(1500));
    Path corpus =
        desk.corpus(
            new Prose(100).text(300),
            new Prose(101).text(80) + " " + Prose.words(decoy, 300, 330),
            new Prose(102).text(300));

    CliRun run = calibrate(corpus, "out", "--controls", 1, "--decoys", desk.path("decoys"));
    assertEquals(0, run.code(), run.err());
    FalseFindings decoys = control(read("out"), "decoys");

    assertEquals(2, decoys.books());
    assertEquals(1, decoys.documents().get(1).rate().events());
    assertEquals(3, decoys.documents().get(1).rate().trials());
    assertEquals(0, decoys.documents().get(2).rate().events());
    assertEquals("absent", decoys.cases().get(0).work());
    assertEquals("moderate", decoys.cases().get(0).grade());
  }

  @Test
  void aBookThatIsLookedForIsNoDecoy() {
    desk.write("decoys/same.txt", Desk.BOOK);
    CliRun run = calibrate(clean(), "out", "--decoys", desk.path("decoys"));

    assertEquals(2, run.code());
    assertTrue(run.err().contains("same.txt is both a decoy and a book"), run.err());
  }

  @Test
  void editionsAreNoErrorsOfEachOtherAndQuotationsAre() throws IOException {
    desk.write("shelf/again.txt", Desk.BOOK + " " + new Prose(60).text(300));
    desk.write(
        "shelf/quoting.txt",
        new Prose(61).text(1000)
            + " "
            + Prose.words(Desk.OTHER_BOOK, 100, 160)
            + " "
            + new Prose(62).text(900));
    assertEquals(0, calibrate(clean(), "out", "--controls", 1).code());
    FalseFindings leftOut = control(read("out"), "left-out");

    assertEquals(
        List.of("quoting", "second-book"),
        leftOut.cases().stream().map(Calibration.FalseCase::source).sorted().toList());
    assertEquals(2, leftOut.documents().get(2).rate().events());
  }

  @Test
  void languagesThatAreKnownHaveRows() throws IOException {
    desk.write(
        "shelf/catalogue.csv", "source,language\nbook-3.txt,fr\nbook-4.txt,de\nbook-5.txt,fr\n");
    assertEquals(0, calibrate(clean(), "out", "--controls", 6).code());
    Calibration calibration = read("out");

    assertEquals(
        List.of("de", "fr", "und"),
        calibration.byLanguage().stream().map(Recall::language).distinct().toList());
    assertEquals(
        List.of("de", "fr", "und"),
        calibration.falseFindings().stream()
            .map(FalseFindings::language)
            .filter(l -> l != null)
            .toList());
  }

  @Test
  void longDocumentsThatAreNotCleanGiveCleanStretches() throws IOException {
    Path corpus = desk.write("loose/long.txt", new Prose(9).text(9000) + " " + Desk.BOOK);
    assertEquals(0, calibrate(corpus, "out", "--controls", 2).code());
    Calibration calibration = read("out");

    assertEquals(0, calibration.drawn().clean());
    assertTrue(calibration.drawn().hosts() > 0);
    assertEquals(2, found(calibration, "verbatim", 50, 2).events());
  }

  @Test
  void withoutCleanTextNothingIsMeasured() {
    CliRun run = calibrate(desk.corpus(Prose.words(Desk.BOOK, 0, 300)), "out");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("in which nothing is found"), run.err());
    assertFalse(Files.exists(desk.path("out")));
  }

  @Test
  void whatIsThereIsKeptUnlessTheUserSaysOtherwise() throws IOException {
    Path corpus = clean();
    desk.write("out/calibration.html", "mine");

    CliRun refused = calibrate(corpus, "out", "--controls", 1);
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("--overwrite"), refused.err());
    assertEquals(0, calibrate(corpus, "out", "--controls", 1, "--overwrite").code());
    assertTrue(
        Files.readString(desk.path("out/calibration.html")).contains("<h1>" + Calibration.HEADING));
  }

  @Test
  void whatCouldNotBeReadIsToldByTheCode() {
    clean();
    desk.write("corpus/broken.jsonl", "{\"text\":\"a\"}\n{\"text\":\n");

    assertEquals(3, calibrate(desk.path("corpus"), "out", "--controls", 1).code());
    assertEquals(2, calibrate(desk.path("corpus"), "out", "--controls", 0).code());
    assertEquals(2, calibrate(desk.path("corpus"), "corpus/out", "--controls", 1).code());
  }
}
