package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of works, from the command line. */
class WorksExportTest {
  private Desk desk;

  @BeforeEach
  void scan(@TempDir Path folder) throws IOException {
    desk = new Desk(folder);
    desk.write(
        "shelf/catalogue.csv",
        """
        source,id,title,authors,isbn,publisher,year,rights
        first-book.txt,first,"=cmd|' /C calc'!A0",Ada Roe,9780306406157,Example House,2015,in-copyright
        second-book.txt,second,The Second Book,Ben Doe,,Example House,2001,in-copyright
        """);
    desk.write("corpus/libgen/one.txt", Desk.BOOK);
    desk.write("corpus/libgen/again.txt", Desk.BOOK);
    desk.write("corpus/loose/two.txt", Desk.OTHER_BOOK);
    CliRun scan = desk.scan(desk.path("corpus"));
    assertEquals(0, scan.code(), scan.err());
  }

  private CliRun export(String to, Object... more) {
    List<Object> arguments =
        new java.util.ArrayList<>(
            List.of("export", desk.run(), "--format", "works", "-o", desk.path(to)));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray());
  }

  private Map<String, Map<String, String>> rows(String file, String key) throws IOException {
    Map<String, Map<String, String>> rows = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(desk.path(file))) {
      csv.forEach(row -> rows.put(row.getField(key), row.getFieldsAsMap()));
    }
    return rows;
  }

  @Test
  void withoutDatesOfRegistrationNothingIsDecided() throws IOException {
    CliRun run = export("list");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Criteria met: 0 Y, 0 N, 2 UNKNOWN"), run.out());
    assertTrue(run.out().contains("to be confirmed by counsel"), run.out());
    Map<String, String> first = rows("list/works-list.csv", "WORK_ID").get("first");
    assertEquals("UNKNOWN", first.get("CRITERIA_MET"));
    assertEquals("REGISTRATION_NOT_KNOWN", first.get("REASON_CODES"));
    assertEquals("Y", first.get("MET_COPY"));
    assertEquals("Y", first.get("MET_ISBN_OR_ASIN"));
    assertEquals("libgen", first.get("SOURCE_LIBRARIES"));
    assertEquals("2", first.get("COPIES_FOUND"));
    assertEquals("1", first.get("DUPLICATE_COPIES"));
    assertEquals("DUPLICATE", first.get("LIST_HYGIENE"));
    assertEquals("2015", first.get("PUB_DATE"));
    assertEquals("year", first.get("PUB_DATE_PRECISION"));
    assertEquals("0306406152", first.get("ISBN10_LIST"));
    assertEquals("NA", first.get("CMI_ABSENT_IN_CONTEXT"));
    assertEquals("'=cmd|' /C calc'!A0", first.get("TITLE"));
    Map<String, String> second = rows("list/works-list.csv", "WORK_ID").get("second");
    assertEquals("SOURCE_NOT_KNOWN", second.get("CODE_COPY"));
    assertEquals("ISBN_ASIN_NOT_KNOWN", second.get("CODE_ISBN_OR_ASIN"));
    Map<String, Map<String, String>> copies = rows("list/copies-list.csv", "SHARD_PATH");
    assertEquals(3, copies.size());
    assertEquals("ok", copies.get("libgen/one.txt").get("FILE_STATE"));
    assertEquals("2021-06", copies.get("libgen/one.txt").get("ACQUIRED_DATE"));
    assertEquals("100.0", copies.get("loose/two.txt").get("COVERAGE_OF_WORK_PCT"));
  }

  @Test
  void factsAndSourcesDecide() throws IOException {
    Path facts =
        desk.write(
            "facts.csv",
            """
            work_id,title,published,registration,registered,group,titles_covered,isbn
            first,The First Book,2015-03-10,TX0001234567,2016-01-05,Y,40,
            second,,2001-05-01,TX0007654321,2006-05-02,N,,none
            """);

    CliRun run = export("list", "--facts", facts, "--source", "pilimi=corpus/loose/**", "--json");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("\"criteriaMet\":{\"Y\":1,\"N\":1,\"UNKNOWN\":0}"), run.out());
    Map<String, Map<String, String>> works = rows("list/works-list.csv", "WORK_ID");
    Map<String, String> first = works.get("first");
    assertEquals("Y", first.get("CRITERIA_MET"));
    assertEquals("", first.get("REASON_CODES"));
    assertEquals("The First Book", first.get("TITLE"));
    assertEquals("'=cmd|' /C calc'!A0", first.get("TITLE_CORRECTED_FROM"));
    assertEquals("Y", first.get("REG_IS_GROUP"));
    assertEquals("40", first.get("REG_TITLES_COVERED"));
    assertEquals("301", first.get("DAYS_PUB_TO_REG"));
    Map<String, String> second = works.get("second");
    assertEquals("N", second.get("CRITERIA_MET"));
    assertEquals("NO_ISBN_ASIN; REG_TOO_LATE_5Y", second.get("REASON_CODES"));
    assertEquals("pilimi", second.get("CRITERIA_SOURCE"));
    assertEquals("2022-07", second.get("CRITERIA_ACQUIRED"));
  }

  @Test
  void theSameListsAreTheSameBytes() throws IOException {
    export("list");
    export("again");

    for (String file : List.of("works-list.csv", "copies-list.csv", "works-list.xlsx")) {
      assertArrayEquals(
          Files.readAllBytes(desk.path("list/" + file)),
          Files.readAllBytes(desk.path("again/" + file)),
          file);
    }
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    Path rules = desk.write("rules.json", "{\"format\": \"bookplate-criteria-1\",\n\"nam\": 1}");

    CliRun broken = export("list", "--rules", rules);

    assertEquals(2, broken.code());
    assertTrue(broken.err().contains("rules.json, line 2, nam: no such key"), broken.err());
    assertFalse(Files.exists(desk.path("list")));
    assertEquals(2, export("list", "--source", "zlib=**").code());
    assertEquals(2, export("list", "--source", "libgen").code());
    desk.write("there/file", "x");
    assertEquals(2, export("there").code());
  }

  @Test
  void theExampleCanBeSavedAndUsed() throws IOException {
    CliRun example = CliRun.of("export", "--example-rules");
    assertEquals(0, example.code());
    Path rules = desk.write("rules.json", example.out());

    CliRun run = export("list", "--rules", rules, "--found-only");

    assertEquals(0, run.code(), run.err());
    assertEquals(2, rows("list/works-list.csv", "WORK_ID").size());
  }

  @Test
  void theCatalogueOfTheRunMayBeNamed() {
    CliRun run = export("list", "-c", desk.shelf(), "--cache", desk.cache());
    assertEquals(0, run.code(), run.err());

    desk.write("other/book.txt", new Prose(77).text(900));
    CliRun other = export("list2", "-c", desk.path("other"), "--cache", desk.cache());
    assertEquals(2, other.code());
    assertTrue(other.err().contains("the run was not made with"), other.err());
  }
}
