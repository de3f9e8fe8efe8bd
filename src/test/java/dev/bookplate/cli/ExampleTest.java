package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example finds what was put into it, and is what stands in the repository. */
class ExampleTest {
  private static final Path COMMITTED = Path.of("reports/example");
  private static final Set<String> CERTAIN = Set.of("verbatim", "folded", "chunk", "whole", "ocr");

  @TempDir private static Path folder;
  private static Path run;
  private static List<FindingLine> findings;

  /**
   * A planted passage.
   *
   * @param doc a record's id, or a loose file's path
   * @param start first code point, or -1 where the text depends on the extraction
   * @param end first code point after it
   */
  private record Planted(String doc, int start, int end, String work, String kind, int words) {
    static Planted of(String row) {
      String[] cells = row.split("\t", -1);
      return new Planted(
          cells[0],
          cells[1].isEmpty() ? -1 : Integer.parseInt(cells[1]),
          cells[2].isEmpty() ? -1 : Integer.parseInt(cells[2]),
          cells[3],
          cells[6],
          Integer.parseInt(cells[7]));
    }
  }

  @BeforeAll
  static void scan() throws IOException {
    run = folder.resolve("run");
    CliRun done =
        CliRun.of(
            "scan",
            "corpora/example-corpus",
            "-c",
            "corpora/example-shelf",
            "-o",
            run,
            "--cache",
            folder.resolve("cache"),
            "--overwrite");
    assertEquals(0, done.code(), done.err());
    try (Stream<FindingLine> all = RunReader.open(run).findings()) {
      findings = all.toList();
    }
  }

  private static List<Planted> planted() throws IOException {
    try (Stream<String> rows = Files.lines(Path.of("corpora/example-truth.tsv"))) {
      return rows.skip(1).map(Planted::of).toList();
    }
  }

  private static String name(FindingLine finding) {
    String path = finding.document().path();
    return path.startsWith("loose/") ? path : finding.document().id();
  }

  @Test
  void itIsWhatStandsInTheRepository() throws IOException {
    Assumptions.assumeTrue(Files.exists(COMMITTED), "the example's run is not there yet");

    Map<String, String> committed = SameBytesTest.bytes(COMMITTED);
    Map<String, String> now = SameBytesTest.bytes(run);
    for (String file : SameBytesTest.FILES) {
      // not assertEquals, which would print both files
      assertTrue(
          committed.get(file).equals(now.get(file)),
          file + " is another one: if it should be, run the README's command again");
    }
  }

  @Test
  void everyPlantedPassageOf25WordsIsFound() throws IOException {
    List<Planted> sought =
        planted().stream().filter(p -> p.words() >= 25 && CERTAIN.contains(p.kind())).toList();
    assertTrue(sought.size() >= 15, "there are passages to be found");

    for (Planted passage : sought) {
      List<FindingLine> found =
          findings.stream()
              .filter(f -> name(f).equals(passage.doc()) && f.work().id().equals(passage.work()))
              .filter(f -> !f.grade().equals("lead"))
              .filter(f -> passage.start() < 0 || covers(f, passage))
              .toList();
      assertEquals(1, found.size(), () -> passage + " is found once");
    }
  }

  /** Whether some passage of the finding holds at least 9 in 10 code points of what was planted. */
  private static boolean covers(FindingLine finding, Planted planted) {
    return finding.passages().stream()
            .mapToInt(
                p ->
                    Math.max(
                        0,
                        Math.min(p.docEnd(), planted.end())
                            - Math.max(p.docStart(), planted.start())))
            .sum()
        >= 0.9 * (planted.end() - planted.start());
  }

  @Test
  void noCleanDocumentHasAFindingAboveLead() throws IOException {
    Set<String> holding = planted().stream().map(Planted::doc).collect(Collectors.toSet());

    for (FindingLine finding : findings) {
      assertTrue(
          holding.contains(name(finding)) || finding.grade().equals("lead"),
          () -> name(finding) + " is clean: " + finding);
    }
  }

  @Test
  void findingsDoNotKnowWhereTheCheckoutIs() throws IOException {
    String here = Path.of("").toAbsolutePath().toString();

    for (String file : SameBytesTest.FILES) {
      assertTrue(!Files.readString(run.resolve(file)).contains(here), file);
    }
  }
}
