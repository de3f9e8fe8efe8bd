package dev.bookplate.catalogue.rows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as tables write them, as ISO days; months or years where no more is certain. */
final class TableDates {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}).*");
  private static final Pattern SERIAL = Pattern.compile("(\\d{4,6})(?:\\.\\d+)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})");
  private static final Pattern MONTH_SECOND =
      Pattern.compile("(\\d{1,2})[ -]?(\\p{L}{3,9})\\.?[ -]?(\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Above every year and below the year 2300 as spreadsheets count days. */
  private static final int FIRST_SERIAL = 10_000;

  private static final int LAST_SERIAL = 150_000;
  private static final LocalDate SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30);

  private TableDates() {}

  /**
   * A date.
   *
   * @param base days that the table's zero lies behind that of spreadsheets in general
   * @return {@code 2001-05-25}, {@code 2001-05}, {@code 2001}, or null for what is no date; of
   *     {@code 3/4/2001}, which is two days, the year
   */
  static String iso(String text, int base) {
    if (text == null) {
      return null;
    }
    String iso = OnixDates.iso(text);
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      int days = Integer.parseInt(serial.group(1));
      if (days >= FIRST_SERIAL && days <= LAST_SERIAL) {
        return SPREADSHEET_ZERO.plusDays((long) days + base).toString();
      }
    }
    if (iso != null) {
      return checked(iso);
    }
    Matcher m = DAY_FIRST.matcher(text);
    if (m.matches()) {
      return day(m.group(3), m.group(2), m.group(1));
    }
    m = SLASHES.matcher(text);
    if (m.matches()) {
      return slashed(m);
    }
    return named(text);
  }

  private static String checked(String iso) {
    return iso.length() < 10
        ? iso
        : day(iso.substring(0, 4), iso.substring(5, 7), iso.substring(8));
  }

  private static String slashed(Matcher m) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(2));
    if (first > 12 || first == second) {
      return day(m.group(3), m.group(2), m.group(1));
    }
    return second > 12 ? day(m.group(3), m.group(1), m.group(2)) : m.group(3);
  }

  private static String named(String text) {
    Matcher m = MONTH_FIRST.matcher(text);
    boolean isFirst = m.matches();
    if (!isFirst) {
      m = MONTH_SECOND.matcher(text);
      if (!m.matches()) {
        return null;
      }
    }
    String name = m.group(isFirst ? 1 : 2).toLowerCase(Locale.ROOT);
    int month = MONTHS.indexOf(name.substring(0, 3)) + 1;
    return month == 0 ? null : day(m.group(3), String.valueOf(month), m.group(isFirst ? 2 : 1));
  }

  private static String day(String year, String month, String day) {
    int y = Integer.parseInt(year);
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    boolean isDay = m >= 1 && m <= 12 && d >= 1 && d <= YearMonth.of(y, m).lengthOfMonth();
    return isDay ? LocalDate.of(y, m, d).toString() : null;
  }
}
