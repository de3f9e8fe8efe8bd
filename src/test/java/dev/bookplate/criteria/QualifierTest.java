package dev.bookplate.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three answers, exact to the day, and UNKNOWN wherever what is not known decides. */
class QualifierTest {
  private static DateRange date(String text) {
    return text == null ? null : DateRange.parse(text);
  }

  private static Registration registration(String effective) {
    return new Registration("TX0001234567", null, date(effective), null, null, null);
  }

  private static AcquisitionSource source(String acquired) {
    return new AcquisitionSource("libgen", "Library", date(acquired), "as told", List.of());
  }

  private static WorkData work(
      String published, List<Registration> registrations, List<AcquisitionSource> sources) {
    return new WorkData(
        List.of("9780306406157"),
        List.of(),
        false,
        date(published),
        registrations,
        false,
        List.of("en"),
        "in-copyright",
        new WorkData.Found(sources, false, false));
  }

  private static Qualification example(WorkData work) throws IOException {
    return new Qualifier(CriteriaFile.example()).of(work);
  }

  private static Outcome outcome(Qualification of, String criterion) {
    return of.outcomes().stream().filter(o -> o.criterion().equals(criterion)).findFirst().get();
  }

  @ParameterizedTest
  @CsvSource({
    // to the day: the anniversary counts, the day after does not
    "2015-03-10, 2020-03-10, Y, MET",
    "2015-03-10, 2020-03-11, N, REG_TOO_LATE_5Y",
    "2015-03-10, 2014-01-01, Y, MET",
    "2016-02-29, 2021-02-28, Y, MET",
    "2016-02-29, 2021-03-01, N, REG_TOO_LATE_5Y",
    // to the month and the year: only where every day gives the same
    "2015-03, 2020-03-01, Y, MET",
    "2015-03, 2020-03-02, UNKNOWN, DATE_TOO_COARSE",
    "2015-03, 2020-03-31, UNKNOWN, DATE_TOO_COARSE",
    "2015-03, 2020-04-01, N, REG_TOO_LATE_5Y",
    "2015, 2020-01-01, Y, MET",
    "2015, 2020-01-02, UNKNOWN, DATE_TOO_COARSE",
    "2015, 2020-12-31, UNKNOWN, DATE_TOO_COARSE",
    "2015, 2021-01-01, N, REG_TOO_LATE_5Y",
    "2015-06-01, 2020, UNKNOWN, DATE_TOO_COARSE",
    "2015-06-01, 2019, Y, MET",
    "2015-06-01, 2021, N, REG_TOO_LATE_5Y",
    "2015-06-01/2015-06-03, 2020-06-02, UNKNOWN, DATE_TOO_COARSE",
    // what is missing is no N
    ", 2020-03-10, UNKNOWN, PUB_DATE_NOT_KNOWN",
    "2015-03-10, , UNKNOWN, REG_DATE_NOT_KNOWN"
  })
  void fiveYears(String published, String registered, Verdict verdict, String code)
      throws IOException {
    Qualification of =
        example(work(published, List.of(registration(registered)), List.of(source("2022-01-01"))));

    assertEquals(
        new Outcome("registered-5-years", verdict, code), outcome(of, "registered-5-years"));
  }

  @ParameterizedTest
  @CsvSource({
    "2021-06-14, 2021-06-15, 2010-01-01, Y, MET",
    "2021-06-15, 2021-06-15, 2020-01-01, N, REG_AFTER_DOWNLOAD+REG_TOO_LATE_3M",
    "2021-06-15, 2021-06-15, 2021-03-15, Y, MET",
    "2021-06-16, 2021-06-15, 2021-03-15, N, REG_AFTER_DOWNLOAD+REG_TOO_LATE_3M",
    // November's 30th day has none in February
    "2021-02-28, 2021-01-01, 2020-11-30, Y, MET",
    "2021-03-01, 2021-01-01, 2020-11-30, N, REG_AFTER_DOWNLOAD+REG_TOO_LATE_3M",
    "2021-05-31, 2021-06, 2010-01-01, Y, MET",
    "2021-06-15, 2021-06, 2020-01-01, UNKNOWN, DATE_TOO_COARSE+REG_TOO_LATE_3M",
    "2021-06-30, 2021-06, 2020-01-01, N, REG_AFTER_DOWNLOAD+REG_TOO_LATE_3M",
    "2021-07-01, 2021-06, 2021, UNKNOWN, REG_AFTER_DOWNLOAD+DATE_TOO_COARSE",
    "2021-07-01, , 2020-01-01, UNKNOWN, ACQUISITION_DATE_NOT_KNOWN+REG_TOO_LATE_3M",
    "2021-07-01, 2021-06-15, , UNKNOWN, REG_AFTER_DOWNLOAD+PUB_DATE_NOT_KNOWN"
  })
  void registeredInTime(
      String registered, String acquired, String published, Verdict verdict, String code)
      throws IOException {
    Qualification of =
        example(work(published, List.of(registration(registered)), List.of(source(acquired))));

    assertEquals(
        new Outcome("registered-in-time", verdict, code), outcome(of, "registered-in-time"));
  }

  @Test
  void nothingKnownIsUnknownAndNeverN() throws IOException {
    WorkData nothing =
        new WorkData(
            List.of(),
            List.of(),
            false,
            null,
            List.of(),
            false,
            List.of(),
            "unknown",
            new WorkData.Found(List.of(), false, false));

    Qualification of = example(nothing);

    assertEquals(Verdict.UNKNOWN, of.verdict());
    assertEquals(
        List.of(
            "NO_COPY_FOUND",
            "ISBN_ASIN_NOT_KNOWN",
            "REGISTRATION_NOT_KNOWN",
            "REGISTRATION_NOT_KNOWN"),
        of.outcomes().stream().map(Outcome::code).toList());
  }

  @Test
  void whatSomebodySaysThatThereIsNoneOfIsN() throws IOException {
    WorkData none =
        new WorkData(
            List.of(),
            List.of(),
            true,
            null,
            List.of(),
            true,
            List.of(),
            "unknown",
            new WorkData.Found(List.of(), false, true));

    assertEquals(
        List.of("EMPTY_FILE", "NO_ISBN_ASIN", "NO_REGISTRATION", "NO_REGISTRATION"),
        example(none).outcomes().stream().map(Outcome::code).toList());
  }

  /** One that is too late and one without a source's date do not make one that qualifies. */
  @Test
  void oneRegistrationAndOneSourceHaveToMeetAll() throws IOException {
    Registration early = registration("2016-01-01");
    Registration late = registration("2021-08-01");
    AcquisitionSource first = source("2021-06-15");

    Qualification of = example(work("2015-01-01", List.of(late, early), List.of(first)));

    assertEquals(Verdict.Y, of.verdict());
    assertEquals(early, of.registration());
    assertEquals(Verdict.N, example(work("2015-01-01", List.of(late), List.of(first))).verdict());
    AcquisitionSource second = source("2022-07-10");
    assertEquals(
        second, example(work("2017-01-01", List.of(late), List.of(first, second))).source());
  }

  /** Against going through every day that a date may be. */
  @Test
  void answersAreThoseOfAllDaysTogether() throws IOException {
    CriteriaRules rules = CriteriaFile.example();
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      DateRange published = range(random, LocalDate.of(2016, 2, 20), 100);
      DateRange registered = range(random, LocalDate.of(2021, 1, 10), 90);
      DateRange acquired = range(random, LocalDate.of(2021, 1, 20), 60);
      if (random.nextInt(3) == 0) {
        published = range(random, LocalDate.of(2020, 10, 1), 100);
      }
      Qualification of =
          new Qualifier(rules)
              .of(
                  work(
                      published.toString(),
                      List.of(registration(registered.toString())),
                      List.of(source(acquired.toString()))));
      assertEquals(
          slowly(published, registered, acquired),
          of.verdict(),
          published + " " + registered + " " + acquired);
    }
  }

  private static DateRange range(Random random, LocalDate from, int days) {
    LocalDate first = from.plusDays(random.nextInt(days));
    return new DateRange(first, first.plusDays(random.nextInt(3) == 0 ? random.nextInt(25) : 0));
  }

  private static Verdict slowly(DateRange published, DateRange registered, DateRange acquired) {
    boolean some = false;
    boolean all = true;
    for (LocalDate p : published.first().datesUntil(published.last().plusDays(1)).toList()) {
      for (LocalDate r : registered.first().datesUntil(registered.last().plusDays(1)).toList()) {
        for (LocalDate a : acquired.first().datesUntil(acquired.last().plusDays(1)).toList()) {
          boolean is = !r.isAfter(p.plusYears(5)) && (r.isBefore(a) || !r.isAfter(p.plusMonths(3)));
          some |= is;
          all &= is;
        }
      }
    }
    return all ? Verdict.Y : some ? Verdict.UNKNOWN : Verdict.N;
  }
}
