package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rights are what a rule says of the day that is asked of, else unknown. */
class RightsRulesTest {
  private static final LocalDate IN_2026 = LocalDate.of(2026, 11, 1);

  @TempDir private Path folder;

  private static BookRow row(Integer year, String author, String... notes) {
    BookRow named = RowBench.row("1", "The Heron Under the Stairs", author);
    return RowBench.with(
        RowBench.dated(named, year, null),
        new Standing(Rights.UNKNOWN, null, List.of(), List.of(notes)));
  }

  private static BookRow renewed(BookRow row, String date) {
    return RowBench.with(
        row,
        new Standing(
            Rights.UNKNOWN,
            null,
            List.of(
                new Standing.Registration("A1", "A1", null, null, false),
                new Standing.Registration("R1", "R1", date, "A1", false)),
            row.standing().notes()));
  }

  private static String decide(LocalDate day, BookRow... rows) throws IOException {
    return told(RightsRules.shipped().decide(List.of(rows), day, RenewalSource.NONE));
  }

  private static String told(Rights rights) {
    return rights.status() == Rights.Status.UNKNOWN
        ? "unknown"
        : rights.status().label() + " " + rights.jurisdiction() + " " + rights.rule();
  }

  @ParameterizedTest
  @CsvSource({
    "1930,2026-01-01,public-domain US us-published-95-years-ago",
    "1931,2026-12-31,unknown",
    "1931,2027-01-01,public-domain US us-published-95-years-ago",
    "1928,2023-12-31,unknown",
    "1928,2024-01-01,public-domain US us-published-95-years-ago",
    "1977,2073-01-01,public-domain US us-published-95-years-ago",
    "1978,2074-01-01,unknown"
  })
  void theHorizonOfTheUsIsCountedFromTheDay(int year, LocalDate day, String expected)
      throws IOException {
    assertEquals(expected, decide(day, row(year, "Maud Ellery")));
  }

  @Test
  void aReprintTellsNothingOfItsWork() throws IOException {
    assertEquals("unknown", decide(IN_2026, row(1912, "Ann Fry"), row(1995, "Ann Fry")));
  }

  @Test
  void whatWasRenewedIsInCopyrightAlsoWhereItCameOutAgain() throws IOException {
    String inCopyright = "in-copyright US us-renewed";
    assertEquals(inCopyright, decide(IN_2026, renewed(row(1950, "Ann Fry"), "1977-05-01")));
    assertEquals(
        inCopyright,
        decide(IN_2026, renewed(row(1950, "Ann Fry"), "1977-05-01"), row(1988, "Ann Fry")));
    assertEquals(
        "unknown",
        decide(IN_2026, renewed(row(1950, "Ann Fry", "new-matter: foreword"), "1977-05-01")));
    assertEquals(
        "public-domain US us-published-95-years-ago",
        decide(LocalDate.of(2046, 1, 1), renewed(row(1950, "Ann Fry"), "1977-05-01")));
  }

  @ParameterizedTest
  @CsvSource({
    "pd/bib,public-domain null hathi-code",
    "pdus/gfv,public-domain US hathi-code",
    "cc-zero/con,public-domain null hathi-code",
    "icus/gatt,in-copyright US hathi-code",
    "ic/ren,in-copyright US hathi-code",
    "op/ipma,in-copyright US hathi-code",
    "ic-world/con,in-copyright US hathi-code",
    "ic/bib,unknown",
    "und/nfi,unknown",
    "und-world/con,unknown",
    "nobody/del,unknown",
    "supp/supp,unknown",
    "cc-by-3.0/con,unknown"
  })
  void hathiTrustsCodes(String code, String expected) throws IOException {
    assertEquals(expected, decide(IN_2026, row(1999, "Ann Fry", "hathi: " + code)));
  }

  @Test
  void codesThatDisagreeDecideNothingAndTheYearsGoOn() throws IOException {
    BookRow open = row(1912, "Ann Fry", "hathi: pd/bib");
    assertEquals("unknown", decide(IN_2026, open, row(1950, "Ann Fry", "hathi: ic/ren")));
    assertEquals("unknown", decide(IN_2026, open, row(1950, "Ann Fry", "hathi: ic/bib")));
    assertEquals(
        "public-domain US us-published-95-years-ago",
        decide(IN_2026, open, row(1912, "Ann Fry", "hathi: und/bib")));
  }

  @Test
  void aLicenceIsAPermissionAndNoStatus() throws IOException {
    CataloguedWork work =
        new WorkMaker(IN_2026, RenewalSource.NONE)
            .work(
                "w",
                List.of(
                    new CataloguedWork.Member(
                        0, 0, row(2001, "Ann Fry", "hathi: cc-by-4.0/con"), null)));
    assertEquals("cc-by-4.0 (HathiTrust)", work.work().permission());
    assertEquals(Rights.UNKNOWN, work.work().rights());
  }

  @Test
  void theLastAuthorsDeath() throws IOException {
    String over = "public-domain EU eu-author-died-70-years-ago";
    assertEquals(over, decide(IN_2026, row(1940, "Fry, Ann, 1870-1955")));
    assertEquals("unknown", decide(IN_2026, row(1940, "Fry, Ann, 1870-1956")));
    assertEquals(over, decide(IN_2026, row(null, "Fry, Ann", "life: Fry, Ann: 1870-1955")));
    assertEquals(
        "unknown",
        decide(
            IN_2026,
            row(null, "Fry, Ann", "life: Fry, Ann: 1870-1955", "contributor: Translator Poe, E.")));
    BookRow two = RowBench.row("1", "Heron", "Fry, Ann, 1870-1940", "Poe, Ed");
    assertEquals("unknown", decide(IN_2026, two));
  }

  @Test
  void aRowsOwnWordComesFirst() throws IOException {
    BookRow said =
        RowBench.with(
            row(1912, "Ann Fry"),
            new Standing(
                new Rights(Rights.Status.IN_COPYRIGHT, "GB", "stated", null),
                null,
                List.of(),
                List.of()));
    assertEquals("in-copyright GB stated", decide(IN_2026, row(1912, "Ann Fry"), said));
  }

  private static List<BookRow> renewals(int year, int months) {
    List<BookRow> rows = new ArrayList<>();
    for (int month = 1; month <= months; month++) {
      int number = year * 100 + month;
      rows.add(
          renewed(
              RowBench.dated(
                  RowBench.row(Integer.toString(number), "Other Book " + number, "N. " + number),
                  year - 28,
                  null),
              String.format(Locale.ROOT, "%d-%02d-15", year, month)));
    }
    return rows;
  }

  private String withRenewals(List<BookRow> rows, List<BookRow> renewals) throws IOException {
    RowBench bench = new RowBench(folder.resolve("s" + renewals.size() + "-" + rows.hashCode()));
    List<BookRow> all = new ArrayList<>(rows);
    all.addAll(renewals);
    bench.add("a", all);
    try (BookStore store = bench.open()) {
      return told(store.work("rows:1").orElseThrow().work().rights());
    }
  }

  @Test
  void whatWasNotRenewedIsSaidOnlyWhereTheRenewalsAreThere() throws IOException {
    List<BookRow> whole = new ArrayList<>(renewals(1977, 12));
    whole.addAll(renewals(1978, 12));
    BookRow american = row(1950, "Maud Ellery", "place: nyu");

    assertEquals("public-domain US us-not-renewed", withRenewals(List.of(american), whole));
    assertEquals("unknown", withRenewals(List.of(american), whole.subList(0, 23)));
    assertEquals("unknown", withRenewals(List.of(american), List.of()));
    assertEquals("unknown", withRenewals(List.of(row(1950, "Maud Ellery", "place: enk")), whole));
    assertEquals("unknown", withRenewals(List.of(row(1950, "Maud Ellery")), whole));
    assertEquals("unknown", withRenewals(List.of(row(1964, "Maud Ellery", "place: nyu")), whole));
    // a renewal of the title by somebody whose name is written in another way
    List<BookRow> andOne = new ArrayList<>(whole);
    andOne.add(
        renewed(RowBench.row("77", "The heron under the stairs", "Smith, M. E."), "1978-02-01"));
    assertEquals("unknown", withRenewals(List.of(american), andOne));
  }

  @Test
  void everyRuleIsCited() throws IOException {
    JsonNode rules;
    try (InputStream in = RightsRules.class.getResourceAsStream("rights-rules.json")) {
      rules = JsonMapper.builder().build().readTree(in);
    }
    int cited = 0;
    for (JsonNode rule : rules) {
      if (rule.isObject()) {
        assertTrue(rule.path("cite").asText().length() > 40, rule::toString);
        cited++;
      }
    }
    assertEquals(5, cited);
  }
}
