package dev.bookplate.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.rules.RuleFile;
import dev.bookplate.rules.RuleFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules keep to their own lines, or are refused. */
class NoticeRulesTest {
  @TempDir private Path folder;

  private static String shipped() throws IOException {
    return new String(
        RuleFile.shippedBytes(NoticeRules.class, "notice-rules.json"), StandardCharsets.UTF_8);
  }

  /** Reading them tries every line that they name. */
  @Test
  void thoseThatShipKeepToTheirLinesAndKnowEveryKind() throws IOException {
    NoticeRules rules = NoticeRules.shipped();

    Set<String> kinds = new TreeSet<>(rules.rules().stream().map(NoticeRule::kind).toList());
    assertEquals(10, kinds.size(), kinds.toString());
    assertTrue(rules.hasFilterWord("a line with copyright in it"));
    assertTrue(rules.hasFilterWord("(C) 1999"));
    assertTrue(!rules.hasFilterWord("First edition"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"ISBN 978-0-00-000000-2\"|\"a plain line\"|rules[0].matches[0]: the rule has to match",
        "\"The ship was number nine in the convoy.\"|\"ISBN 3\"|rules[0].misses[0]: the rule must",
        "\"kind\": \"isbn\"|\"kind\": \"number\"|rules[0].kind: it has to be one of",
        "\"fact\": \"title\"|\"fact\": \"colour\"|fact: it has to be one of",
        "\"id\": \"rights-en\"|\"id\": \"number\"|rules[1].id: another rule has that id",
        "\"version\": \"1\"|\"versio\": \"1\"|versio: no such key",
      })
  void othersAreRefused(String was, String is, String told) throws IOException {
    String text = shipped();
    assertTrue(text.contains(was), was);
    Path file = Files.writeString(folder.resolve("rules.json"), text.replace(was, is));

    String message =
        assertThrows(RuleFileException.class, () -> NoticeRules.read(file)).getMessage();

    assertTrue(message.contains(told), message);
  }

  @Test
  void aPatternThatIsNoneIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rules.json"),
            """
            {"format": "bookplate-notices-1", "name": "n", "version": "1", "date": "2026-11-29",
             "filterWords": ["x"],
             "rules": [{"id": "a", "kind": "isbn", "description": "d",
               "patterns": ["("], "matches": ["a"], "misses": ["b"]}]}
            """);

    String message =
        assertThrows(RuleFileException.class, () -> NoticeRules.read(file)).getMessage();

    assertTrue(message.contains("line 4, rules[0].patterns[0]: it is no regular"), message);
  }
}
