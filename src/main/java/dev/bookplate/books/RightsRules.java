package dev.bookplate.books;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a work is in copyright, by rules that are data: {@code rights-rules.json} has
 * them with their sources. What rows disagree about decides nothing.
 *
 * @param date of the rules, which is the day that is asked of where no other is known
 * @param hathi codes of HathiTrust
 * @param published by the year of publication
 * @param renewed by a renewal at the US Copyright Office
 * @param life by the years in which the authors died
 */
record RightsRules(
    String date, HathiRule hathi, TermRule published, TermRule renewed, TermRule life) {
  private static final RightsRules SHIPPED = read();

  /** Behind a name: {@code Dickens, Charles, 1812-1870}. */
  private static final Pattern LIFE =
      Pattern.compile("(?<![0-9])1[0-9]{3}\\s*[-\u2013]\\s*(1[0-9]{3}|20[0-9]{2})(?![0-9])");

  private static final String HATHI = "hathi: ";

  /** What each code says. */
  record HathiRule(String name, String cite, Map<String, CodeMeaning> codes) {}

  /** Status and country of a code. */
  record CodeMeaning(Rights.Status status, String jurisdiction) {}

  /** A term of years, from years in a range where there is one. */
  record TermRule(
      String name, String jurisdiction, int years, Integer from, Integer to, String cite) {}

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
  Rights decide(List<BookRow> rows, LocalDate day) {
    LocalDate on = day == null ? LocalDate.parse(date) : day;
    for (BookRow row : rows) {
      if (row.standing().rights().status() != Rights.Status.UNKNOWN) {
        return row.standing().rights();
      }
    }
    Rights byCode = byCode(rows, on);
    if (byCode != null) {
      return byCode;
    }
    Rights byYear = byYear(rows, on);
    return byYear == null ? byDeath(rows, on) : byYear;
  }

  private Rights byCode(List<BookRow> rows, LocalDate on) {
    CodeMeaning meaning = null;
    for (BookRow row : rows) {
      for (String note : row.standing().notes()) {
        if (note.startsWith(HATHI)) {
          String code = note.substring(HATHI.length()).split("/", 2)[0].strip();
          CodeMeaning its = hathi.codes().get(code.toLowerCase(Locale.ROOT));
          if (its == null || (meaning != null && !meaning.equals(its))) {
            return null;
          }
          meaning = its;
        }
      }
    }
    return meaning == null
        ? null
        : new Rights(meaning.status(), meaning.jurisdiction(), hathi.name(), on.toString());
  }

  /** Where rows name several years, the last one counts: of a reprint, nothing is known. */
  private Rights byYear(List<BookRow> rows, LocalDate on) {
    Integer year =
        rows.stream()
            .map(row -> row.names().year())
            .filter(Objects::nonNull)
            .max(Integer::compare)
            .orElse(null);
    if (year == null) {
      return null;
    }
    if (year + published.years() < on.getYear()) {
      return new Rights(
          Rights.Status.PUBLIC_DOMAIN, published.jurisdiction(), published.name(), on.toString());
    }
    boolean isRenewed =
        rows.stream()
            .flatMap(row -> row.standing().registrations().stream())
            .map(Standing.Registration::renews)
            .anyMatch(Objects::nonNull);
    return isRenewed && year >= renewed.from() && year <= renewed.to()
        ? new Rights(
            Rights.Status.IN_COPYRIGHT, renewed.jurisdiction(), renewed.name(), on.toString())
        : null;
  }

  /** By the last author's death, where the rows that name authors know that of each. */
  private Rights byDeath(List<BookRow> rows, LocalDate on) {
    int last = 0;
    for (BookRow row : rows) {
      boolean isKnown = !row.names().authors().isEmpty();
      int ofRow = 0;
      for (String author : row.names().authors()) {
        Matcher years = LIFE.matcher(author);
        isKnown &= years.find();
        ofRow = isKnown ? Math.max(ofRow, Integer.parseInt(years.group(1))) : 0;
      }
      last = isKnown ? Math.max(last, ofRow) : last;
    }
    if (last == 0) {
      return Rights.UNKNOWN;
    }
    boolean isOver = last + life.years() < on.getYear();
    return new Rights(
        isOver ? Rights.Status.PUBLIC_DOMAIN : Rights.Status.IN_COPYRIGHT,
        life.jurisdiction(),
        life.name(),
        on.toString());
  }
}
