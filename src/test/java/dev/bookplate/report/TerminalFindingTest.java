package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.EditLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.report.MarkedQuote.Segment;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalFindingTest {
  private static final FindingLine SOME = SampleFindings.run(1, 1, true).findings().get(0);

  @Test
  void marksDifferencesWithoutColour() throws IOException {
    String shown = shown(quoting("the red fox sleeps", "the fox slept"), 80);
    assertTrue(shown.contains("  the {+red+} fox {+sleeps+}\n"), shown);
    assertTrue(shown.contains("  the fox [-slept-]\n"), shown);
  }

  private static FindingLine quoting(String quote, String refQuote) {
    List<EditLine> edits = List.of(new EditLine(4, 7, 4, 4), new EditLine(12, 18, 8, 13));
    PassageLine passage = MarkedQuoteTest.passage(quote, refQuote, edits);
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

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 99, 100, 120, 201})
  void keepsToTheWidth(int width) throws IOException {
    FindingLine finding = HostileRun.make().findings().get(0);
    for (String line : shown(finding, width).lines().toList()) {
      assertTrue(ColumnWidth.of(line) <= width, line);
    }
  }

  @Test
  void hostileTextCannotSteerTheTerminal() throws IOException {
    String shown = shown(HostileRun.make().findings().get(0), 120);
    assertTrue(
        shown
            .codePoints()
            .noneMatch(
                c ->
                    (Character.isISOControl(c) && c != '\n')
                        || Character.getType(c) == Character.FORMAT));
    assertTrue(shown.contains("\\u{202E}gnp.exe"));
    assertTrue(shown.contains("\\u{1B}[2J"));
  }

  @Test
  void coloursOnlyWhereAllowed() throws IOException {
    StringBuilder coloured = new StringBuilder();
    TerminalFinding.write(SOME, new TerminalStyle(120, true), coloured);
    assertTrue(coloured.indexOf("\u001b[32m{+") > 0);
    String plain = shown(SOME, 120);
    assertFalse(plain.contains("\u001b"));
    assertEquals(plain, coloured.toString().replaceAll("\u001b\\[[0-9]+m", ""));
  }

  @Test
  void sidesStandBesideEachOtherWhereThereIsRoom() throws IOException {
    assertTrue(shown(SOME, 100).contains(" \u2502 "));
    assertFalse(shown(SOME, 99).contains("\u2502"));
  }

  @Test
  void numbersAreThoseOfTheFinding() throws IOException {
    String shown = shown(SOME, 120);
    assertTrue(shown.contains(SOME.id()));
    assertTrue(shown.contains("text SHA-256 " + SOME.document().textSha256()));
    assertTrue(shown.contains(SOME.measures().exactWords() + " exact"));
    assertTrue(shown.contains("1.87% of the work, 87% of the document, identity 99.78%"));
  }

  @Test
  void saysSoWhereNoTextIsStored() throws IOException {
    FindingLine none = SampleFindings.run(1, 1, false).findings().get(0);
    assertTrue(shown(none, 80).contains("no text is stored for this passage"));
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    List<String> lines =
        TerminalColumn.lines(
            List.of(new Segment("\u543E\u8F29\u306F\u732B\u3067\u3042\u308B", false)),
            TerminalColumn.Marks.document(new TerminalStyle(80, false)),
            5);
    assertEquals(4, lines.size());
    assertEquals("\u543E\u8F29 ", lines.get(0));
    lines.forEach(line -> assertEquals(5, ColumnWidth.of(line)));
  }

  @Test
  void punctuationStaysWithItsWord() {
    List<String> lines =
        TerminalColumn.lines(
            List.of(
                new Segment("one ", false), new Segment("two", true), new Segment(", x", false)),
            TerminalColumn.Marks.document(new TerminalStyle(80, false)),
            11);
    assertEquals(List.of("one        ", "{+two+}, x "), lines);
  }

  private static String shown(FindingLine finding, int width) throws IOException {
    StringBuilder out = new StringBuilder();
    TerminalFinding.write(finding, new TerminalStyle(width, false), out);
    return out.toString();
  }
}
