package dev.bookplate.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarkerRulesTest {
  private static final String RULE =
      """
      [our-mark]
      says: A line of ours.
      indicates: ours
      where: text
      contains: our mark
      pattern: (?i)\\bour mark [0-9]+
      example: Our Mark 7
      not: our marks
      source: us
      """;

  @TempDir Path folder;

  static Stream<MarkerRules.Entry> shipped() {
    return MarkerRules.shipped().entries().stream();
  }

  /** A document that has nothing but a text where a rule looks. */
  private static TraceSource in(MarkerRule.Where where, String value) {
    Utf8Text none = Utf8Text.of("");
    return switch (where) {
      case TEXT ->
          TraceSource.of(Utf8Text.of("Ein Wort \u2014 davor\n" + value + "\nBehind\n"), null);
      case PATH -> TraceSource.of(none, value);
      case METADATA ->
          new TraceSource(none, null, List.of(new TraceSource.Said("x", value)), List.of());
      case STRUCTURE -> new TraceSource(none, null, List.of(), List.of(value));
    };
  }

  private static List<String> ids(MarkerRules rules, TraceSource source) {
    return new MarkerScanner(rules).scan(source).stream().map(m -> m.rule().id()).toList();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void eachRuleFindsItsExampleAndNotItsCounterExample(MarkerRules.Entry entry) {
    MarkerRule rule = entry.rule();
    assertTrue(
        ids(MarkerRules.shipped(), in(rule.where(), entry.example())).contains(rule.id()),
        entry.example());
    assertTrue(
        !ids(MarkerRules.shipped(), in(rule.where(), entry.counterExample())).contains(rule.id()),
        entry.counterExample());
    assertTrue(rule.says().endsWith("."), rule.says());
    assertTrue(rule.source() != null, rule.id());
  }

  @Test
  void spansAndQuotesAreOfTheMatch() throws Exception {
    String text = "\uD83D\uDCD6\uD83D\uDCD6 This is OUR MARK 12, found.\n";
    FoundMarker found =
        new MarkerScanner(with(RULE)).scan(TraceSource.of(Utf8Text.of(text), null)).getFirst();
    assertEquals("OUR MARK 12", found.quote());
    assertEquals(11, found.span().start());
    assertEquals(22, found.span().end());
    assertEquals(Place.FRONT, found.place());
    assertEquals("ours", found.rule().indicates());
  }

  @Test
  void aMarkIsToldOnceAPart() throws Exception {
    String line = "our mark 1 and our mark 2\n";
    String text = line.repeat(10) + "word ".repeat(20_000) + line.repeat(10);
    List<FoundMarker> found =
        new MarkerScanner(with(RULE)).scan(TraceSource.of(Utf8Text.of(text), null));
    assertEquals(List.of(Place.FRONT, Place.BACK), found.stream().map(FoundMarker::place).toList());
  }

  private MarkerRules with(String rules) throws IOException, InvalidMarkersException {
    Path file = folder.resolve("markers.txt");
    Files.writeString(file, rules);
    return MarkerRules.of(MarkerText.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where: text|where: nowhere|line 4: \"where\" of the rule our-mark is none of",
        "pattern: (?i)\\bour mark [0-9]+|pattern: our mark (|line 6: \"pattern\" of the rule"
            + " our-mark is no regular",
        "pattern: (?i)\\bour mark [0-9]+|pattern: (our) mark \\1|line 6: \"pattern\" of the rule"
            + " our-mark refers back",
        "example: Our Mark 7|example: Our Mark|line 7: \"example\" of the rule our-mark does not"
            + " match",
        "not: our marks|not: our mark 8|line 8: \"not\" of the rule our-mark matches",
        "contains: our mark|contains: our|line 5: \"contains\" of the rule our-mark is not of at"
            + " least 4",
        "contains: our mark|# no word|line 1: the rule our-mark is of text and has no \"contains\"",
        "says: A line of ours.|says:|line 1: the rule our-mark has no \"says\"",
        "says: A line of ours.|tells: x|line 2: it is no line of a rule",
        "source: us|source: us\\nsource: us|line 10: the rule our-mark has \"source\" twice",
        "[our-mark]|[Our Mark]|line 1: \"Our Mark\" is no id",
        "[our-mark]|[md5-name]|the rule md5-name ships already"
      })
  void whatIsWrongWithARuleIsSaidWithItsLine(String right, String wrong, String reason) {
    assertTrue(RULE.contains(right), right);
    InvalidMarkersException e =
        assertThrows(
            InvalidMarkersException.class,
            () -> with(RULE.replace(right, wrong.replace("\\n", "\n"))));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertTrue(e.getMessage().contains("markers.txt"), e.getMessage());
  }

  @Test
  void noRuleAndNoText() throws Exception {
    assertThrows(InvalidMarkersException.class, () -> with("# nothing\n"));
    Path file = folder.resolve("latin.txt");
    Files.write(file, new byte[] {'[', (byte) 0xE4, ']'});
    InvalidMarkersException e =
        assertThrows(InvalidMarkersException.class, () -> MarkerText.read(file));
    assertTrue(e.getMessage().contains("not UTF-8"), e.getMessage());
  }

  @Test
  void aPatternThatRunsAwayIsLeftAndTold() throws Exception {
    MarkerRules rules =
        with(RULE.replace("(?i)\\bour mark [0-9]+", "(?i)our mark 7|a*a*a*a*a*a*b our"));
    List<MarkerRule> unfinished = new ArrayList<>();
    String text = "a".repeat(60) + " our mark\n";
    List<FoundMarker> found =
        new MarkerScanner(rules).scan(TraceSource.of(Utf8Text.of(text), null), unfinished::add);
    assertEquals(List.of(), found);
    assertEquals(List.of("our-mark"), unfinished.stream().map(MarkerRule::id).toList());
  }

  @Test
  void aBookWithoutMarksHasNone() {
    String text =
        "Chapter One\n" + "It was a bright cold day in a town by the sea.\n".repeat(2_000);
    TraceSource source = TraceSource.of(Utf8Text.of(text), "shelf/Doe, Jane - A Title (2001).epub");
    assertEquals(List.of(), ids(MarkerRules.shipped(), source));
  }

  @Test
  void literalsAreFoundWhereAPlainSearchFindsThem() {
    List<String> words = List.of("abca", "bcab", "caba", "abcabc", "ocea");
    String text = "xABCABCABAoceaabcaBCABab caba abcabca";
    List<String> fast = new ArrayList<>();
    Utf8Text utf8 = Utf8Text.of(text);
    new LiteralSearch(words)
        .find(utf8.bytes(), 0, utf8.length(), (word, at) -> fast.add(at + " " + words.get(word)));
    List<String> slow = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      for (String word : words) {
        if (text.regionMatches(true, at, word, 0, word.length())) {
          slow.add(at + " " + word);
        }
      }
    }
    assertEquals(slow.stream().sorted().toList(), fast.stream().sorted().toList());
  }
}
