package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.bookplate.evidence.FindingLine.EditLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.report.MarkedQuote.Segment;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkedQuoteTest {
  @Test
  void cutsBothSidesWhereTheyDiffer() {
    MarkedQuote quote =
        MarkedQuote.of(
            passage("the red fox", "the fox ran", List.of(edit(4, 7, 4, 4), edit(11, 11, 8, 11))));
    assertEquals(
        List.of(new Segment("the ", false), new Segment("red", true), new Segment(" fox", false)),
        quote.document());
    assertEquals(
        List.of(new Segment("the ", false), new Segment("fox ", false), new Segment("ran", true)),
        quote.reference());
  }

  @Test
  void countsCodePoints() {
    MarkedQuote quote =
        MarkedQuote.of(passage("\uD83D\uDC69 ab", "\uD83D\uDC69 cd", List.of(edit(2, 4, 2, 4))));
    assertEquals("ab", quote.document().get(1).text());
    assertEquals("cd", quote.reference().get(1).text());
  }

  @Test
  void isNullWithoutQuotes() {
    assertNull(MarkedQuote.of(passage(null, null, null)));
  }

  @Property
  void nothingIsLostWhateverTheOffsetsSay(
      @ForAll String quote, @ForAll List<List<Integer>> offsets) {
    List<EditLine> edits =
        offsets.stream()
            .filter(four -> four.size() >= 4)
            .map(four -> edit(four.get(0), four.get(1), four.get(2), four.get(3)))
            .toList();
    MarkedQuote marked = MarkedQuote.of(passage(quote, quote, edits));
    assertEquals(quote, joined(marked.document()));
    assertEquals(quote, joined(marked.reference()));
  }

  private static String joined(List<Segment> segments) {
    return segments.stream().map(Segment::text).collect(Collectors.joining());
  }

  private static EditLine edit(int start, int end, int refStart, int refEnd) {
    return new EditLine(start, end, refStart, refEnd);
  }

  static PassageLine passage(String quote, String refQuote, List<EditLine> edits) {
    return new PassageLine(
        0, 10, 0, 10, 3, 2, 2, 0.67, List.of(), List.of(), false, null, null, List.of(), quote,
        refQuote, edits, false, null);
  }
}
