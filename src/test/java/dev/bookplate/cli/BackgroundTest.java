package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.WorkRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --background} names explains matches away. */
class BackgroundTest {
  private static final String QUOTED = Prose.words(Desk.BOOK, 500, 600);

  @TempDir Path folder;

  private Desk desk;
  private Path known;

  @BeforeEach
  void writeBackground() throws IOException {
    desk = new Desk(folder);
    known = desk.write("known/psalms.txt", new Prose(30).text(90) + " " + QUOTED).getParent();
  }

  private static FindingLine only(Path run) throws IOException {
    try (Stream<FindingLine> findings = RunReader.open(run).findings()) {
      List<FindingLine> all = findings.toList();
      assertEquals(1, all.size(), all::toString);
      return all.get(0);
    }
  }

  @Test
  void itMarksAndExplainsAndRaisesNoGrade() throws IOException {
    Path corpus = desk.quoting(100);
    assertEquals(1, desk.scan(corpus, "--fail-on", "moderate").code());
    FindingLine plain = only(desk.run());
    assertFalse(plain.passages().get(0).common());

    CliRun run = desk.scan(corpus, "--overwrite", "--fail-on", "moderate", "--background", known);

    assertEquals(0, run.code(), run.err());
    FindingLine finding = only(desk.run());
    assertEquals("lead", finding.grade());
    assertTrue(finding.passages().get(0).common());
    assertEquals(
        "stands in the background: known/psalms.txt", finding.passages().get(0).commonWhy());
    assertEquals(plain.measures(), finding.measures());
    try (Stream<WorkRow> works = RunReader.open(desk.run()).works()) {
      WorkRow work = works.filter(row -> row.findings() > 0).findFirst().orElseThrow();
      assertEquals("lead", work.grade());
      assertEquals("strong", work.gradeWithCommon());
    }
  }

  @Test
  void theRunSaysWhatItWas() throws IOException {
    Path single = desk.write("loose.txt", new Prose(31).text(50));
    desk.scan(desk.quoting(30), "--background", known, single);

    List<Manifest.Background> background = RunReader.open(desk.run()).manifest().background();
    List<String> names = background.stream().map(Manifest.Background::name).toList();
    assertEquals("known/psalms.txt", names.get(0));
    assertEquals("loose.txt", names.get(1));
    assertTrue(names.contains("shipped with bookplate/copyright-pages.txt"), names::toString);
    assertTrue(names.contains("shipped with bookplate/apache-licence-2.0.txt"), names::toString);
    assertEquals(Files.size(known.resolve("psalms.txt")), background.get(0).size());
    assertTrue(Files.readString(desk.run().resolve("report.html")).contains("known/psalms.txt"));
  }

  @Test
  void theSameBytesForAnyNumberOfThreads() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      lines.append(
          Desk.line("d" + i, new Prose(100 + i).text(40) + " " + Prose.words(Desk.BOOK, i, 600)));
      lines.append(Desk.line("q" + i, new Prose(200 + i).text(40) + " " + QUOTED));
      desk.write("corpus/part-" + i + ".jsonl", lines.toString());
    }
    desk.scan(desk.path("corpus"), "--threads", 1, "--background", known);
    Map<String, String> one = SameBytesTest.bytes(desk.run());
    assertTrue(one.get("findings.jsonl").contains("stands in the background"));

    desk.scan(desk.path("corpus"), "--overwrite", "--threads", 4, "--background", known);
    assertEquals(one, SameBytesTest.bytes(desk.run()));
  }

  @Test
  void thePhrasesOfCopyrightPagesNeedNoOption() throws IOException {
    String notice =
        "This is a work of fiction. Names, characters, places, and incidents either are the"
            + " product of the author's imagination or are used fictitiously. Any resemblance to"
            + " actual persons, living or dead, events, or locales is entirely coincidental.";
    desk.write("shelf/novel.txt", notice + "\n\n" + new Prose(40).text(800));
    Path corpus = desk.corpus(new Prose(41).text(50) + " " + notice + " " + new Prose(42).text(90));

    assertEquals(0, desk.scan(corpus, "--fail-on", "moderate").code());
    FindingLine finding = only(desk.run());
    assertEquals(
        "stands in the background: shipped with bookplate/copyright-pages.txt",
        finding.passages().get(0).commonWhy());
  }

  @Test
  void oneThatIsNotThereOrHoldsNothingIsRefused() {
    CliRun missing = desk.scan(desk.quoting(30), "--background", desk.path("nowhere"));
    assertEquals(2, missing.code());
    assertTrue(missing.err().contains("the background"), missing.err());

    desk.write("empty/cover.jpg", "");
    CliRun empty = desk.scan(desk.quoting(30), "--background", desk.path("empty"));
    assertEquals(2, empty.code());
    assertTrue(empty.err().contains("empty"), empty.err());
  }

  @Test
  void aFileOfItThatGivesNoTextIsNamed() {
    desk.write("known/damaged.epub", "no book");
    CliRun run = desk.scan(desk.quoting(30), "--background", known);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("background known: damaged.epub: "), run.err());
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() {
    Path file = desk.write("taken", "");
    CliRun run =
        CliRun.of("scan", desk.quoting(30), "-c", desk.shelf(), "-o", desk.run(), "--cache", file);
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("--cache"), run.err());
  }

  @Test
  void nothingIsLeftInTheCacheButCatalogues() throws IOException {
    desk.scan(desk.quoting(30), "--background", known);
    try (Stream<Path> kept = Files.list(desk.cache())) {
      kept.forEach(
          path -> assertTrue(Files.exists(path.resolve("catalogue.json")), path::toString));
    }
  }
}
