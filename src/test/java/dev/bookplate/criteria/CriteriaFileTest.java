package dev.bookplate.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.rules.RuleFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules are read as they are written, or refused with their place. */
class CriteriaFileTest {
  @TempDir private Path folder;

  private static String example() throws IOException {
    return new String(CriteriaFile.exampleBytes(), StandardCharsets.UTF_8);
  }

  private String refused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("rules.json"), text);
    return assertThrows(RuleFileException.class, () -> CriteriaFile.read(file)).getMessage();
  }

  @Test
  void theExampleIsTheSettlementToBeConfirmed() throws IOException {
    CriteriaRules rules = CriteriaFile.example();

    assertTrue(rules.status().contains("to be confirmed by counsel"));
    assertEquals(
        List.of("copy", "isbn-or-asin", "registered-5-years", "registered-in-time"),
        rules.criteria().stream().map(Criterion::id).toList());
    assertEquals(
        List.of("libgen"),
        rules.sourcesOf("LibGen", "a/b.epub").stream().map(AcquisitionSource::name).toList());
    assertEquals(1, rules.sourcesOf("corpus", "mirror/libgen_2021/x.epub").size());
    assertEquals(0, rules.sourcesOf("corpus", "mylibgen/x.epub").size());
    assertEquals(
        1, rules.withDocuments("pilimi", "corpus/p?/*").sourcesOf("corpus", "p1/x").size());
    assertThrows(IllegalArgumentException.class, () -> rules.withDocuments("zlib", "**"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bookplate-criteria-1\"|\"bookplate-criteria-9\"|line 2, format: it has to be",
        "\"date\": \"2026-11-29\"|\"date\": \"2026-11\"|line 5, date: it has to be a day",
        "\"date\": \"2026-11-29\"|\"date\": \"2026-02-30\"|line 5, date: \"2026-02-30\" is no day",
        "\"version\": \"1\"|\"version\": 1|line 4, version: it has to be a string",
        "\"status\": |\"stattus\": |stattus: no such key is known here",
        "\"acquired\": \"2021-06\"|\"acquired\": \"June 2021\"|sources[0].acquired: \"June 2021\"",
        "\"name\": \"pilimi\"|\"name\": \"libgen\"|sources[1].name: another source has that name",
        "\"kind\": \"identified\"|\"kind\": \"famous\"|criteria[1].kind: no such kind of criterion",
        "\"anyOf\": [\"isbn\", \"asin\"]|\"anyOf\": [\"isbn\", \"issn\"]|criteria[1].anyOf[1]: it"
            + " has to be one of asin, isbn",
        "\"years\": 5|\"years\": -5|criteria[2].years: it has to be a whole number",
        "\"years\": 5|\"years\": 2.5|criteria[2].years: it has to be a whole number",
        "\"years\": 5,|\"year\": 5,|criteria[2].year: no such key",
        "\"id\": \"before-download\"|\"id\": \"copy\"|another criterion has that id",
        "\"id\": \"copy\"|\"id\": \"Copy it\"|criteria[0].id: it has to be small letters",
        "\"languages\": [\"en\"]|\"languages\": [7]|languages[0]: it has to be a string",
        "\"status\": |\"name\": \"b\", \"status\": |name: the key stands there twice",
      })
  void whatIsWrongIsToldWithItsPlace(String was, String is, String told) throws IOException {
    String text = example();
    assertTrue(text.contains(was), was);

    String message = refused(text.replaceFirst(java.util.regex.Pattern.quote(was), is));

    assertTrue(message.contains(told), message);
    assertTrue(message.contains("rules.json, line "), message);
  }

  @Test
  void aFileThatIsCutAnywhereIsRefused() throws IOException {
    String text = example().strip();
    for (int end = 0; end < text.length(); end += 7) {
      refused(text.substring(0, end));
    }
    refused(text + "{}");
    refused("[1]");
    refused("[".repeat(5000));
  }

  @Test
  void factsAreReadByWork() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("facts.csv"),
            """
            work_id,catalogue,published,registration,registered,group,titles_covered,claimant,isbn
            a,,2015-03-10,TX0001234567,2016-01,Y,40,"Doe, Jane",
            a,,,TX0007654321,2017,n,,,
            b,other,,none,,,,,none
            """);

    FactsFile facts = FactsFile.read(file);

    KnownWork a = facts.of("shelf", "a");
    assertEquals("2015-03-10", a.published().toString());
    assertEquals(2, a.registrations().size());
    assertTrue(a.registrations().get(0).isGroup());
    assertEquals(40, a.registrations().get(0).titlesCovered());
    assertEquals(KnownWork.NONE, facts.of("shelf", "b"));
    assertTrue(facts.of("other", "b").saidUnregistered());
    assertTrue(facts.of("other", "b").saidUnnumbered());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "work_id,publishd|a,2015|line 1: column \"publishd\" is not known",
        "published|2015|line 1: the column work_id is missing",
        "work_id,published|a,10.3.2015|line 2, published: \"10.3.2015\" is no date",
        "work_id,published|,2015|line 2, work_id: it is empty",
        "work_id,registered|a,2015|line 2, registered: there is no registration",
        "work_id,registration,group|a,TX1,perhaps|line 2, group: it has to be Y or N",
        "work_id,registration,titles_covered|a,TX1,0|line 2, titles_covered: it has to be",
        "work_id,published|a,2015,x|line 2, the whole: it has 3 cells",
      })
  void factsThatAreNotUnderstoodAreRefused(String header, String row, String told)
      throws IOException {
    Path file = Files.writeString(folder.resolve("facts.csv"), header + "\n" + row + "\n");

    String message = assertThrows(RuleFileException.class, () -> FactsFile.read(file)).getMessage();

    assertTrue(message.contains(told), message);
  }
}
