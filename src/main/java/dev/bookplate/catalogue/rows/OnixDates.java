package dev.bookplate.catalogue.rows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as ONIX writes them. */
final class OnixDates {
  /** Year, month and day without anything between, or with hyphens; a time may follow. */
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})-?(?:(0[1-9]|1[0-2])-?(?:(0[1-9]|[12][0-9]|3[01])(?:[T ].*)?)?)?");

  private OnixDates() {}

  /** ISO year, month or day, as exact as it is written; null for what is no date. */
  static String iso(String text) {
    Matcher m = DATE.matcher(text == null ? "" : text);
    if (!m.matches() || m.group(1).equals("0000")) {
      return null;
    }
    return m.group(1)
        + (m.group(2) == null ? "" : "-" + m.group(2))
        + (m.group(3) == null ? "" : "-" + m.group(3));
  }
}
