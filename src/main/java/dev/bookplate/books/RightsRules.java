package dev.bookplate.books;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.rows.BookRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Rules that decide whether a work is in copyright. They are data: {@code rights-rules.json} has
 * them with their sources.
 *
 * @param date of the rules, which is the day that is asked of where no other is known
 * @param hathi codes of HathiTrust
 * @param published by the year of publication
 * @param renewed by a renewal at the US Copyright Office
 * @param notRenewed by there being none
 * @param life by the years in which the authors died
 */
record RightsRules(
    String date,
    HathiRule hathi,
    TermRule published,
    TermRule renewed,
    TermRule notRenewed,
    TermRule life) {
  private static final RightsRules SHIPPED = read();

  /**
   * What each code says.
   *
   * @param presumed codes with reasons, as {@code ic/bib}, that are no finding
   */
  record HathiRule(
      String name, String cite, List<String> presumed, Map<String, CodeMeaning> codes) {}

  /** Status and country of a code. */
  record CodeMeaning(Rights.Status status, String jurisdiction) {}

  /**
   * A term of years.
   *
   * @param to the last year of which it is, or null
   * @param foreignClasses of registrations that are of foreign works, or null
   */
  record TermRule(
      String name,
      String jurisdiction,
      int years,
      Integer to,
      List<String> foreignClasses,
      String cite) {
    /** Whether the term of something of a year is over on a day. */
    boolean isOver(int year, LocalDate on) {
      return year + years < on.getYear();
    }

    /** Whether it is of a year. */
    boolean isOf(int year) {
      return to == null || year <= to;
    }

    Rights says(Rights.Status status, LocalDate on) {
      return new Rights(status, jurisdiction, name, on.toString());
    }
  }

  private static RightsRules read() {
    try (InputStream in = RightsRules.class.getResourceAsStream("rights-rules.json")) {
      return JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, RightsRules.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the program lacks its rules of copyright", e);
    }
  }

  /** Those that ship with the program. */
  static RightsRules shipped() {
    return SHIPPED;
  }

  /**
   * The rights of a work on a day.
   *
   * @param day or null, for the date of the rules
   */
  Rights decide(List<BookRow> rows, LocalDate day, RenewalSource renewals) throws IOException {
    LocalDate on = day == null ? LocalDate.parse(date) : day;
    return new RightsDecision(this, rows, on).decide(renewals);
  }
}
