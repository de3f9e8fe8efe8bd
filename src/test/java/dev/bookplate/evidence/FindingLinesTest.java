package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingLinesTest {
  private static final SoughtWork WORK = Fixtures.sought("w", 1000);
  private final FindingLines lines = new FindingLines(QuotePolicy.DEFAULT);

  @Test
  void aLineReadsBackAsItWas() throws Exception {
    FindingLine line = line(Fixtures.at("a.jsonl", 3));
    assertEquals(line, RunJson.read(RunJson.line(line), FindingLine.class));
    assertEquals("https://example.org/3", line.document().claims().get("url"));
    assertEquals(List.of("url", "created"), List.copyOf(line.document().claims().keySet()));
    assertEquals(0.8765, line.measures().documentCoverage());
    assertEquals(List.of(List.of(5, 65)), line.passages().getFirst().refWords());
  }

  @Test
  void idIsThatOfItsPlaceAndEvidenceButNotOfItsNumber() {
    Origin where = Fixtures.at("a.jsonl", 3);
    FindingLine line = line(where);
    Finding.FoundDocument document = Fixtures.document(where, "a.jsonl3");
    Finding.FoundDocument renumbered =
        new Finding.FoundDocument(
            where.rebased(40),
            document.field(),
            document.id(),
            document.textSha256(),
            document.chars(),
            document.words(),
            document.language(),
            document.extractor(),
            document.url(),
            null,
            null,
            document.created());
    Finding finding = Fixtures.finding(where, WORK, Extent.QUOTATION, Fixtures.passage(5, 60));
    Finding moved =
        new Finding(
            renumbered,
            finding.reference(),
            finding.grade(),
            finding.extent(),
            finding.measures(),
            finding.passages(),
            finding.evidence(),
            finding.reasons());
    assertEquals(line.id(), lines.of(moved).id());
    assertNotEquals(line.id(), line(Fixtures.at("b.jsonl", 3)).id());
    FindingLine elsewhere =
        lines.of(Fixtures.finding(where, WORK, Extent.QUOTATION, Fixtures.passage(6, 60)));
    assertNotEquals(line.id(), elsewhere.id());
    assertEquals(line.key(), elsewhere.key());
  }

  @Test
  void keyIsStableOverPaths() {
    Finding a =
        Fixtures.finding(
            Fixtures.at("a", 0), "same", WORK, Extent.QUOTATION, Fixtures.passage(0, 60));
    Finding b =
        Fixtures.finding(
            Fixtures.at("b", 7), "same", WORK, Extent.QUOTATION, Fixtures.passage(9, 60));
    assertEquals(lines.of(a).key(), lines.of(b).key());
    // as anyone can work it out
    assertEquals(
        Digests.sha256("[\"w\",\"" + Digests.sha256("same") + "\"]").substring(0, 32),
        lines.of(a).key());
  }

  @Test
  void noQuotesGetThroughWhereNoneMay() {
    FindingLine line =
        new FindingLines(QuotePolicy.NONE)
            .of(
                Fixtures.finding(
                    Fixtures.at("a", 0), WORK, Extent.QUOTATION, Fixtures.passage(0, 60)));
    assertFalse(RunJson.line(line).contains("quoted words"));
    assertNull(line.passages().getFirst().quote());
    assertTrue(line.passages().getFirst().quoteTruncated());
  }

  @Test
  void anOffsetThatTheFormatDoesNotHaveIsNull() {
    FindingLine line = line(new Origin("c", "p", "m", 0, -1, -1));
    assertNull(line.document().byteStart());
    assertNull(line.document().byteEnd());
  }

  @ParameterizedTest
  @CsvSource({
    "0.87654, 0.8765",
    "0.00005, 0.0",
    "0.00015, 0.0002",
    "0.00625, 0.0062",
    "0.99996, 1.0",
    "0, 0.0"
  })
  void sharesAreRoundedHalfEven(double share, String written) {
    assertEquals(written, RunJson.plain(FindingLines.rounded(share)));
  }

  @Test
  void jsonIsOneLineForEveryReader() throws Exception {
    String hostile = "a\u2028b\u2029c\nd\r\u0000\"\\</script>\uD83D\uDE00 \uD800x";
    String json = RunJson.line(Map.of("k", hostile));
    assertEquals(
        "{\"k\":\"a\\u2028b\\u2029c\\nd\\r\\u0000\\\"\\\\</script>\uD83D\uDE00 \uFFFDx\"}", json);
    assertEquals(hostile.replace('\uD800', '\uFFFD'), RunJson.read(json, Map.class).get("k"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "0.0001, 0.0001",
    "0.9978, 0.9978",
    "12345678901.5, 12345678901.5",
    "1e-7, 0.0000001",
    "100, 100.0"
  })
  void doublesArePlainDecimals(double value, String written) {
    assertEquals("[" + written + "]", RunJson.line(List.of(value)));
    assertEquals("{\"share\":" + written + "}", RunJson.line(new Share(value)));
  }

  private record Share(double share) {}

  private FindingLine line(Origin where) {
    return lines.of(Fixtures.finding(where, WORK, Extent.QUOTATION, Fixtures.passage(5, 60)));
  }
}
