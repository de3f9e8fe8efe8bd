package dev.bookplate.catalogue.rows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a record of Anna's Archive: {@code aacid__COLLECTION__TIME__ID__UUID}, where the ID
 * may be missing.
 *
 * @param collection such as {@code zlib3_records}
 * @param day ISO date of its time
 * @param year of its time
 * @param id of the record in the collection, or null
 */
record Aacid(String collection, String day, int year, String id) {
  private static final Pattern FORM =
      Pattern.compile(
          "aacid__([a-z0-9_]+?)__([0-9]{4})([0-9]{2})([0-9]{2})T[0-9]{6}Z__(?:(.*)__)?[A-Za-z0-9]+");

  /** Null for what has not this form. */
  static Aacid parse(String text) {
    Matcher m = FORM.matcher(text == null ? "" : text);
    if (!m.matches()) {
      return null;
    }
    String day = m.group(2) + "-" + m.group(3) + "-" + m.group(4);
    return new Aacid(m.group(1), Written.day(day), Integer.parseInt(m.group(2)), m.group(5));
  }
}
