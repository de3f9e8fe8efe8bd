package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoverageStripTest {
  private static final FindingLine SOME = SampleFindings.run(1, 1, false).findings().get(0);

  @Test
  void drawsEachCellOnce() throws IOException {
    CoverageStrip strip = new CoverageStrip("edition-0", 4_000);
    strip.add(finding(passage(100, 200, 50, false, null)));
    assertEquals("Found about words 101\u2013200 of 4,000.", strip.inWords());
    assertTrue(drawn(strip).contains("<path class=\"d2\" d=\"M10 5h10v5h-10z\"/>"));
  }

  @Test
  void deeperWhereFoundOftener() throws IOException {
    CoverageStrip strip = new CoverageStrip("edition-0", 4_000);
    for (int i = 0; i < 5; i++) {
      strip.add(finding(passage(0, 4_000, 50, false, null)));
    }
    assertTrue(drawn(strip).contains("<path class=\"d4\" d=\"M0 0h400v10h-400z\"/>"));
  }

  @Test
  void levelsAreThoseOfTheTable() throws IOException {
    CoverageStrip strip = new CoverageStrip("edition-0", 4_000);
    for (int i = 0; i < 5; i++) {
      strip.add(finding(passage(0, i == 4 ? 1_000 : 2_000, 50, false, null)));
    }
    strip.add(finding(passage(3_000, 3_004, 50, false, null)));
    String drawn = drawn(strip);
    assertTrue(drawn.contains("<path class=\"d4\" d=\"M0 0h100v10h-100z\"/>"), drawn);
    assertTrue(drawn.contains("<path class=\"d3\" d=\"M100 2h100v8h-100z\"/>"), drawn);
    assertTrue(drawn.contains("<path class=\"d1\" d=\"M300 7h1v3h-1z\"/>"), drawn);
  }

  @Test
  void drawsWhatAnotherEditionExplained() {
    CoverageStrip strip = new CoverageStrip("edition-7", 4_000);
    FindingLine other = finding(passage(0, 100, 50, false, null));
    strip.add(
        new FindingLine(
            other.id(),
            other.key(),
            other.grade(),
            other.extent(),
            other.kinds(),
            other.document(),
            other.work(),
            other.measures(),
            other.passages(),
            List.of(
                new FindingLine.EvidenceLine(
                    "text",
                    "aligned",
                    Map.of(
                        "otherEdition", "edition-7",
                        "refWords", "400-500",
                        "commonRefWords", "900-990"))),
            other.reasons()));
    assertEquals("Found about words 401\u2013500 of 4,000.", strip.inWords());
  }

  @Test
  void leavesOutWhatTheUnionLeavesOut() {
    CoverageStrip strip = new CoverageStrip("edition-0", 4_000);
    strip.add(finding(passage(0, 100, 24, false, null)));
    strip.add(finding(passage(0, 100, 50, true, null)));
    strip.add(finding(passage(0, 100, 50, false, "a list")));
    assertTrue(strip.isEmpty());
  }

  @Test
  void anotherEditionIsNotDrawn() {
    CoverageStrip strip = new CoverageStrip("edition-7", 4_000);
    strip.add(finding(passage(0, 100, 50, false, null)));
    assertTrue(strip.isEmpty());
  }

  @Property(tries = 300)
  void everyWordOfEveryEditionFallsIntoACell(
      @ForAll @IntRange(min = 1, max = 200_000) int words, @ForAll @IntRange(max = 200_000) int at)
      throws IOException {
    CoverageStrip strip = new CoverageStrip("edition-0", words);
    int word = at % words;
    strip.add(finding(passage(word, word + 1, 50, false, null)));
    assertFalse(strip.isEmpty());
    strip.add(finding(passage(0, words, 50, false, null)));
    if (words >= CoverageStrip.CELLS) {
      assertEquals(
          "Found about words 1\u2013" + Figures.count(words) + " of " + Figures.count(words) + ".",
          strip.inWords());
    }
  }

  private static String drawn(CoverageStrip strip) throws IOException {
    StringWriter out = new StringWriter();
    strip.write(new Html(out));
    return out.toString();
  }

  private static PassageLine passage(int from, int to, int run, boolean common, String cap) {
    return new PassageLine(
        0,
        10,
        0,
        10,
        30,
        30,
        run,
        0.7,
        List.of(),
        List.of(List.of(from, to)),
        common,
        null,
        cap,
        List.of(),
        null,
        null,
        List.of(),
        false,
        null);
  }

  private static FindingLine finding(PassageLine passage) {
    return new FindingLine(
        SOME.id(),
        SOME.key(),
        SOME.grade(),
        SOME.extent(),
        SOME.kinds(),
        SOME.document(),
        SOME.work(),
        SOME.measures(),
        List.of(passage),
        SOME.evidence(),
        SOME.reasons());
  }
}
