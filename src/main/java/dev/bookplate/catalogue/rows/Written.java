package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What shadow libraries' records hold, brought to the form that rows have: never more than is
 * written.
 */
final class Written {
  private static final Pattern YEAR = Pattern.compile("(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?![0-9])");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?:[T ].*)?");

  /** What LibGen's table says where no time was put in. */
  private static final String DEFAULT_TIME = "2000-01-01";

  private Written() {}

  /** Without control characters and blanks around it; null for nothing. */
  static String text(String text) {
    if (text == null) {
      return null;
    }
    String plain = text;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\uFEFF' || c == '\u007F') {
        plain = text.replaceAll("[\\x00-\\x1F\\x7F\uFEFF]+", " ");
        break;
      }
    }
    plain = plain.strip();
    return plain.isEmpty() ? null : plain;
  }

  /** The first year of our era's second or third millennium in a text, or null. */
  static Integer year(String text) {
    if (text == null) {
      return null;
    }
    Matcher year = YEAR.matcher(text);
    return year.find() ? Integer.valueOf(year.group(1)) : null;
  }

  /** The day of a time stamp, or null for what is none and for a table's default. */
  static String day(String time) {
    if (time == null || time.startsWith(DEFAULT_TIME) || time.startsWith("0")) {
      return null;
    }
    Matcher date = DATE.matcher(time);
    return date.matches() ? date.group(1) : null;
  }

  /**
   * Authors in one field: between semicolons, or between commas where each part is more than one
   * word; {@code Defoe, Daniel} stays one.
   */
  static List<String> authors(String field) {
    if (field == null) {
      return List.of();
    }
    if (field.indexOf(';') >= 0) {
      return parts(field, ";");
    }
    List<String> parts = field.indexOf(',') < 0 ? List.of() : parts(field, ",");
    boolean areNames = parts.size() > 1 && parts.stream().allMatch(p -> p.indexOf(' ') > 0);
    return areNames ? parts : List.of(field);
  }

  private static List<String> parts(String field, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : field.split(separator, -1)) {
      String author = text(part);
      if (author != null && !parts.contains(author)) {
        parts.add(author);
      }
    }
    return List.copyOf(parts);
  }

  /** A series with the number of a volume in it. */
  static String series(String series, String volume) {
    if (series == null || volume == null || series.endsWith(" " + volume)) {
      return series;
    }
    return series + ", " + volume;
  }
}
