package dev.bookplate.criteria;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAmount;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days one of which is meant: of a date whose day is not known, all that it may be.
 *
 * @param first day that it may be
 * @param last day that it may be
 */
public record DateRange(LocalDate first, LocalDate last) {
  private static final Pattern DATE =
      Pattern.compile("([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

  /** Refuses days in the wrong order. */
  public DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(first + " is after " + last);
    }
  }

  /** How well a date is known. */
  public enum Precision {
    /** To the day. */
    DAY,
    /** To the month. */
    MONTH,
    /** To the year. */
    YEAR,
    /** Between two days. */
    RANGE
  }

  /**
   * Reads {@code 2021-06-15}, {@code 2021-06}, {@code 2021}, or two of these with {@code /} between
   * them.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static DateRange parse(String text) {
    String[] ends = text.strip().split("/", -1);
    if (ends.length > 2) {
      throw new IllegalArgumentException("a range of dates has one / in it");
    }
    DateRange from = one(ends[0].strip());
    return ends.length == 1 ? from : new DateRange(from.first, one(ends[1].strip()).last);
  }

  /** Of a year. */
  public static DateRange ofYear(int year) {
    return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  private static DateRange one(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no date as 2021-06-15, 2021-06 or 2021");
    }
    try {
      int year = Integer.parseInt(date.group(1));
      if (date.group(2) == null) {
        return ofYear(year);
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
      if (date.group(3) == null) {
        return new DateRange(month.atDay(1), month.atEndOfMonth());
      }
      LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
      return new DateRange(day, day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no day of the calendar", e);
    }
  }

  /** How well it is known. */
  public Precision precision() {
    if (first.equals(last)) {
      return Precision.DAY;
    } else if (equals(ofYear(first.getYear()))) {
      return Precision.YEAR;
    }
    YearMonth month = YearMonth.from(first);
    boolean isMonth = first.getDayOfMonth() == 1 && last.equals(month.atEndOfMonth());
    return isMonth ? Precision.MONTH : Precision.RANGE;
  }

  /** Whether it is a day before the other, not the same. */
  Verdict isBefore(DateRange other) {
    return Verdict.of(last.isBefore(other.first), !first.isBefore(other.last));
  }

  /** Whether it is no later than so long after the other; the last day counts. */
  Verdict isWithin(TemporalAmount time, DateRange other) {
    return Verdict.of(!last.isAfter(other.first.plus(time)), first.isAfter(other.last.plus(time)));
  }

  /** The days from this to the other, where both are known to the day; else null. */
  public Long daysTo(DateRange other) {
    return first.equals(last) && other.first.equals(other.last)
        ? (Long) (other.first.toEpochDay() - first.toEpochDay())
        : null;
  }

  /** As it is read. */
  @Override
  public String toString() {
    return switch (precision()) {
      case DAY -> first.toString();
      case MONTH -> YearMonth.from(first).toString();
      case YEAR -> Integer.toString(first.getYear());
      case RANGE -> first + "/" + last;
    };
  }
}
