package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts and their merge, as typed. */
class MergeTest {
  @TempDir private Path folder;
  private Desk desk;
  private Path corpus;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
    corpus = desk.quoting(80).getParent();
    desk.write("corpus/part-1.jsonl", Desk.line("clean", new Prose(20).text(100)));
    desk.write("corpus/part-2.jsonl", "{\"id\":\"no text\"}\n");
  }

  private CliRun part(int number, int of, Object... more) {
    Object[] usual = {
      "scan",
      corpus,
      "-c",
      desk.shelf(),
      "--cache",
      desk.cache(),
      "-o",
      path(number),
      "--part",
      number + "/" + of
    };
    Object[] all = java.util.Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return CliRun.of(all);
  }

  private Path path(int number) {
    return desk.path("parts/" + number);
  }

  @Test
  void partsAreScannedAndMerged() throws IOException {
    CliRun one = part(1, 2);
    assertEquals(0, one.code(), one.err());
    assertTrue(one.out().contains("is part 1 of 2; bookplate merge"), one.out());
    assertEquals(3, part(2, 2).code(), "the part that could not be read to its end");

    CliRun merged = CliRun.of("merge", path(2), path(1), "-o", desk.run());
    assertEquals(3, merged.code(), merged.err());
    assertTrue(merged.out().contains("Documents: 5 seen = 4 read + 1 skipped"), merged.out());
    assertEquals(
        1, CliRun.of("merge", path(1), path(2), "-o", desk.path("r2"), "--fail-on", "lead").code());
    assertEquals(
        0, CliRun.of("merge", path(1), path(2), "-o", desk.path("r3"), "--max-unread", "1").code());
    assertEquals(3, desk.scan(corpus, "--overwrite").code());
    assertEquals(SameBytesTest.bytes(desk.path("r3")), SameBytesTest.bytes(desk.run()));
  }

  @Test
  void aPartHasTheExitCodeOfWhatItRead() {
    assertEquals(1, part(1, 2, "--fail-on", "strong").code());
    assertEquals(0, part(2, 2, "--fail-on", "lead", "--max-unread", "1").code());
    assertEquals(0, part(2, 2, "--overwrite", "--max-unread", "1", "--self-test").code());
  }

  @Test
  void aCorpusWithoutFindingsIsTestedByItsParts() {
    corpus = desk.write("clean/a.txt", new Prose(30).text(300)).getParent();
    desk.write("clean/b.txt", new Prose(31).text(300));
    assertEquals(0, part(1, 2).code());
    assertEquals(0, part(2, 2).code());

    CliRun merged = CliRun.of("merge", path(1), path(2), "-o", desk.run());
    assertTrue(merged.out().contains("Self-test: the lookup works for all 2"), merged.out());
  }

  @Test
  void theFirstPartCalibrates() throws IOException {
    assertEquals(0, part(1, 2, "--calibrate", "--controls", "1").code());
    assertEquals(3, part(2, 2, "--calibrate", "--controls", "1").code());

    CliRun merged = CliRun.of("merge", path(1), path(2), "-o", desk.run());
    assertTrue(merged.out().contains("Controls:"), merged.out() + merged.err());
  }

  @Test
  void whatCannotBeIsUsage() {
    for (String no : new String[] {"0/2", "3/2", "1", "1/0", "x/y"}) {
      CliRun run = CliRun.of("scan", corpus, "-c", desk.shelf(), "-o", path(1), "--part", no);
      assertEquals(2, run.code(), no);
      assertTrue(run.err().contains("'" + no + "' is no part"), run.err());
    }
    assertEquals(0, part(1, 2).code());
    CliRun missing = CliRun.of("merge", path(1), "-o", desk.run());
    assertEquals(2, missing.code());
    assertTrue(missing.err().contains("part 2 of 2 is missing"), missing.err());
    CliRun nowhere = CliRun.of("merge", path(9), "-o", desk.run());
    assertEquals(2, nowhere.code());
    CliRun shown = CliRun.of("report", path(1), "--format", "html", "-o", desk.path("out"));
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains("put all parts together with merge"), shown.err());
  }
}
