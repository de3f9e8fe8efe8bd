package dev.bookplate.catalogue.rows;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a table of separated values is written.
 *
 * @param separator between fields
 * @param hasQuotes whether quotes around fields are marks and no text
 */
record CsvDialect(char separator, boolean hasQuotes) {
  private static final List<Character> SEPARATORS = List.of('\t', ';', ',', '|');
  private static final Pattern OPENED = Pattern.compile("(?m)(?:^|\t)\"");
  private static final Pattern CLOSED = Pattern.compile("\"(?:\t|\r?\n|$)");

  /**
   * Of the first characters: the separator that most of the first lines have most often and about
   * as often; null if no line has one.
   */
  static CsvDialect of(String head) {
    List<String> lines = head.lines().filter(l -> !l.isBlank()).limit(20).toList();
    char best = 0;
    long most = 0;
    for (char separator : SEPARATORS) {
      long count = lines.stream().limit(5).mapToLong(l -> outside(l, separator)).max().orElse(0);
      if (count > most) {
        most = count;
        best = separator;
      }
    }
    if (most == 0) {
      return null;
    }
    return new CsvDialect(best, best != '\t' || areMarks(head));
  }

  /** Tables with tabs seldom have quotes around fields, and then in pairs. */
  private static boolean areMarks(String head) {
    long opened = OPENED.matcher(head).results().count();
    long closed = CLOSED.matcher(head).results().count();
    return opened > 0 && Math.abs(opened - closed) <= 1;
  }

  private static long outside(String line, char separator) {
    long count = 0;
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      isQuoted ^= c == '"';
      count += c == separator && !isQuoted ? 1 : 0;
    }
    return count;
  }
}
