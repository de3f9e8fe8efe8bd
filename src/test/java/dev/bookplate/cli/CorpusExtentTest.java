package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.WorkRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a work is in a whole corpus, and its copies, from end to end. */
class CorpusExtentTest {
  private static final int WORDS = 6_000;
  private static final int PREFACE = 300;
  private static final String BOOK = new Prose(1).text(WORDS);

  /** Another edition: a preface, and every fiftieth word another one. */
  private static final String SECOND =
      new Prose(2).text(PREFACE) + " " + changed(BOOK, 50, "otherwise");

  @TempDir private Path folder;

  @BeforeEach
  void shelf() throws IOException {
    write("shelf/one.txt", BOOK);
    write("shelf/two.txt", SECOND);
    write("shelf/catalogue.csv", "source,id,title\none.txt,book,A Book\ntwo.txt,book,A Book\n");
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String changed(String text, int every, String by) {
    List<String> words = Prose.split(text);
    for (int i = every / 2; i < words.size(); i += every) {
      words.set(i, by);
    }
    return String.join(" ", words);
  }

  private RunReader scan(String corpus) throws IOException {
    Path run = folder.resolve("run-of-" + corpus);
    CliRun done =
        CliRun.of(
            "scan",
            "-q",
            folder.resolve(corpus),
            "-c",
            folder.resolve("shelf"),
            "-o",
            run,
            "--cache",
            folder.resolve("cache"));
    assertEquals(new CliRun(0, "", ""), done);
    return RunReader.open(run);
  }

  private static WorkRow work(RunReader run) throws IOException {
    try (Stream<WorkRow> works = run.works()) {
      return works.filter(w -> w.workId().equals("book")).findFirst().orElseThrow();
    }
  }

  private static List<CopyRow> copies(RunReader run) throws IOException {
    try (Stream<CopyRow> copies = run.copies()) {
      return copies.toList();
    }
  }

  /** Sixty chunks of 120 words, each with 20 of the next, dealt out to five shards. */
  private void chunks(String corpus, long seed, boolean ofBothEditions) throws IOException {
    List<String> chunks = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int end = Math.min(WORDS, i * 100 + 120);
      boolean second = ofBothEditions && i % 2 == 1;
      chunks.add(
          second
              ? Prose.words(SECOND, PREFACE + i * 100, PREFACE + end)
              : Prose.words(BOOK, i * 100, end));
    }
    Collections.shuffle(chunks, new Random(seed));
    StringBuilder[] shards =
        IntStream.range(0, 5).mapToObj(s -> new StringBuilder()).toArray(StringBuilder[]::new);
    for (int i = 0; i < chunks.size(); i++) {
      shards[i % 5].append(Desk.line("d" + i, chunks.get(i)));
    }
    for (int s = 0; s < shards.length; s++) {
      write(corpus + "/part-" + s + ".jsonl", shards[s].toString());
    }
  }

  @Test
  void aBookInOverlappingChunksIsPutTogether() throws IOException {
    chunks("chunks", 1, false);
    WorkRow row = work(scan("chunks"));
    assertEquals("strong", row.grade());
    assertEquals("whole", row.extent());
    assertEquals(WORDS, row.exactWords());
    assertEquals(1.0, row.unionCoverage());
    assertEquals(60, row.findings());
    assertEquals(60, row.documents());
    assertEquals(0, row.copies());
    assertEquals(60, row.passages());
    assertEquals(60, row.distinctTextPassages());
    assertEquals(1, row.distinctPassages());
    assertEquals(WORDS, row.longestStretchWords());
    assertEquals(120, row.longestRunWords());
    // 59 chunks of 60 lay 20 words over the next
    assertEquals(0.1967, row.shareTwoToFour());
    assertEquals(0.8033, row.shareOnce());
    assertEquals(0.0, row.shareFiveOrMore());
    assertEquals(1.1967, row.meanTimes());
    assertEquals(1.1967, row.meanTimesDistinctTexts());
    assertEquals(2, row.mostTimes());
    assertEquals(100, row.mostTimesStart());
    assertEquals(120, row.mostTimesEnd());
    assertEquals(50, row.timesProfile().size());
    assertEquals("1.17", row.timesProfile().get(0));
  }

  @Test
  void howTheChunksWereDealtOutDoesNotShow() throws IOException {
    chunks("one", 1, true);
    chunks("other", 2, true);
    assertEquals(work(scan("one")), work(scan("other")));
  }

  @Test
  void chunksOfTwoEditionsAreOneBook() throws IOException {
    chunks("mixed", 3, true);
    RunReader run = scan("mixed");
    WorkRow row = work(run);
    assertEquals("whole", row.extent());
    assertTrue(row.exactWords() > 0.98 * WORDS && row.exactWords() < WORDS, row.toString());
    assertEquals(1, row.distinctPassages());
    assertEquals(60, row.passages());
    String page = Files.readString(run.folder().resolve("report.html"));
    assertTrue(page.contains("60 passages make 1 distinct passage; "), "the page says so");
  }

  @Test
  void repeatedDocumentsCountOnceAmongDistinctTexts() throws IOException {
    String chunk = Prose.words(BOOK, 1_000, 2_200);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      lines.append(Desk.line("d" + i, chunk));
    }
    lines.append(Desk.line("last", Prose.words(BOOK, 2_000, 2_600)));
    write("repeats/part.jsonl", lines.toString());
    WorkRow row = work(scan("repeats"));
    assertEquals(8, row.findings());
    assertEquals(2, row.documents());
    assertEquals(8, row.passages());
    assertEquals(2, row.distinctTextPassages());
    assertEquals(1, row.distinctPassages());
    assertEquals(1.5, row.meanTimes());
    assertEquals(0.3, row.meanTimesDistinctTexts());
    assertEquals(8, row.mostTimes());
    assertEquals(2_000, row.mostTimesStart());
    assertEquals(2_200, row.mostTimesEnd());
    assertEquals(0.2, row.shareFiveOrMore());
    assertEquals("part", row.extent());
  }

  @Test
  void copiesAreClassedAndEstimated() throws IOException {
    write("copies/a.txt", BOOK);
    write("copies/b.txt", BOOK);
    write("copies/c.jsonl", Desk.line("c", BOOK));
    write("copies/d.txt", changed(BOOK, 400, "somewhat"));
    write("copies/e.txt", changed(BOOK, 12, "entirely"));
    write("copies/f.txt", SECOND);
    write("copies/g.txt", new Prose(5).text(WORDS) + " " + BOOK);
    write("copies/h.txt", Prose.words(BOOK, 0, 2_000));
    RunReader run = scan("copies");
    List<CopyRow> rows = copies(run);
    assertEquals(
        List.of(
            "a.txt first",
            "b.txt same bytes",
            "c.jsonl same text",
            "d.txt near",
            "e.txt other edition",
            "f.txt other edition",
            "g.txt other edition"),
        rows.stream().map(row -> row.path() + " " + row.copyClass()).toList());
    String first = rows.get(0).findingId();
    assertEquals(first, rows.get(3).duplicateOf());
    assertNull(rows.get(4).duplicateOf());
    assertEquals(
        4, rows.stream().filter(row -> row.copyGroup().equals(first)).count(), rows.toString());

    CopyRow plain = rows.get(0);
    assertEquals(1.0, plain.estimatedResemblance());
    assertEquals(1.0, plain.alignedWorkCoverage());
    CopyRow within = rows.get(6);
    assertEquals(1.0, within.alignedWorkCoverage());
    assertEquals(0.5, within.alignedDocumentCoverage(), 0.001);
    assertInterval(0.5, within.estimatedResemblanceLow(), within.estimatedResemblanceHigh());
    assertInterval(1.0, within.estimatedWorkInDocumentLow(), within.estimatedWorkInDocumentHigh());
    assertInterval(0.5, within.estimatedDocumentInWorkLow(), within.estimatedDocumentInWorkHigh());
    assertTrue(within.estimatedWorkInDocument() > 0.8, within.toString());
    String page = Files.readString(run.folder().resolve("report.html"));
    assertTrue(page.contains("An estimate is not a finding"));
    assertTrue(page.contains("same bytes") && page.contains("other edition"));
  }

  private static void assertInterval(double exact, double low, double high) {
    assertTrue(low <= exact && exact <= high, low + " to " + high + " without " + exact);
    assertTrue(high - low < 0.5, low + " to " + high);
  }

  @Test
  void commonTextIsCountedApart() throws IOException {
    write("known/known.txt", Prose.words(BOOK, 500, 4_500));
    write("common/part.jsonl", Desk.line("d", Prose.words(BOOK, 600, 4_400)));
    Path run = folder.resolve("run");
    CliRun.of(
        "scan",
        "-q",
        folder.resolve("common"),
        "-c",
        folder.resolve("shelf"),
        "--background",
        folder.resolve("known"),
        "-o",
        run,
        "--cache",
        folder.resolve("cache"));
    WorkRow row = work(RunReader.open(run));
    assertEquals("lead", row.grade());
    assertNull(row.extent());
    assertEquals(0.0, row.unionCoverage());
    assertEquals(0, row.passages());
    assertEquals("strong", row.gradeWithCommon());
    assertEquals("most", row.extentWithCommon());
    assertEquals(0.6333, row.coverageWithCommon());
    String page = Files.readString(run.resolve("report.html"));
    assertTrue(page.contains("with common text counted: strong most, 63.33%"), "says the page");
  }
}
