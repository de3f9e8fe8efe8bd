package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceQuotesTest {
  private static final String TEXT =
      "\uD835\uDD4F The Heron\nUnder the Stairs\nISBN  0-306-40615-2";

  private static List<String> problems(String kind, Map<String, String> detail, long held) {
    FindingLine finding =
        new FindingLine(
            "id",
            null,
            "lead",
            null,
            List.of(kind),
            null,
            null,
            null,
            List.of(),
            List.of(new EvidenceLine(kind, "number", detail)),
            List.of());
    List<String> problems = new ArrayList<>();
    EvidenceQuotes quotes = new EvidenceQuotes(TEXT, "books/9780306406157.pdf");
    quotes.check(finding, (place, what) -> problems.add(place));
    assertEquals(held, quotes.held());
    return problems;
  }

  private static Map<String, String> number(String place, int start, int end, String quote) {
    return Map.of(
        "place", place, "start", "" + start, "end", "" + end, "quote", quote, "number", "isbn");
  }

  @Test
  void whatStandsThereHolds() {
    // offsets count code points: the first letter is two chars
    assertEquals(
        List.of(), problems("identifier", number("front", 35, 48, "ISBN 0-306-40615-2"), 1));
    assertEquals(List.of(), problems("identifier", number("path", 6, 19, "9780306406157"), 1));
    Map<String, String> title =
        Map.of("from", "title page", "start", "2", "quote", "The Heron / Under the Stairs");
    assertEquals(List.of(), problems("title", title, 1));
  }

  @Test
  void whatDoesNotIsNamed() {
    List<String> problem = List.of("evidence[0].detail.quote");
    assertEquals(problem, problems("identifier", number("front", 34, 47, "ISBN 0-306-40616-2"), 0));
    assertEquals(problem, problems("identifier", number("front", 35, 900, "0-306-40615-2"), 0));
    assertEquals(problem, problems("identifier", number("path", 0, 5, "9780306406157"), 0));
    Map<String, String> title = Map.of("from", "title page", "start", "0", "quote", "The Crane");
    assertEquals(problem, problems("title", title, 0));
    assertEquals(problem, problems("title", Map.of("from", "title page", "quote", "The"), 0));
  }

  @Test
  void whatIsNotAtHandIsNoProblem() {
    assertEquals(List.of(), problems("identifier", number("metadata", 0, 4, "x"), 0));
    assertEquals(List.of(), problems("hash", Map.of("of", "the file"), 0));
    assertEquals(List.of(), problems("title", Map.of("from", "file name", "quote", "x"), 0));
  }
}
