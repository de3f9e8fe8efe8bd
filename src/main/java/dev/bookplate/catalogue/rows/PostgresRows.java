package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of the COPY blocks of a dump of PostgreSQL in plain text. */
final class PostgresRows implements Closeable {
  private static final int LONGEST_LINE = 1 << 25;
  private static final Pattern COPY =
      Pattern.compile("COPY (?:\"?\\w+\"?\\.)?\"?(\\w+)\"? \\((.*)\\) FROM stdin;");

  private final ByteLines lines;
  private String table;
  private List<String> columns = List.of();
  private String line;
  private long number;
  private boolean isCutOff;

  PostgresRows(InputStream in) {
    lines = new ByteLines(in, LONGEST_LINE);
  }

  /** On to the next row of any table; false at the end. */
  boolean next() throws IOException {
    for (line = lines.next(); line != null; line = lines.next()) {
      if (table == null) {
        Matcher copy = line.startsWith("COPY ") ? COPY.matcher(line) : null;
        if (copy != null && copy.matches()) {
          table = copy.group(1);
          columns = Arrays.stream(copy.group(2).split(",", -1)).map(PostgresRows::bare).toList();
          number = -1;
        }
      } else if (line.equals("\\.")) {
        table = null;
      } else {
        number++;
        return true;
      }
    }
    isCutOff = table != null;
    return false;
  }

  private static String bare(String name) {
    return name.strip().replace("\"", "");
  }

  String table() {
    return table;
  }

  /** Of the row, from 0 in its table. */
  long number() {
    return number;
  }

  long offset() {
    return lines.offset();
  }

  /** Whether the dump ends within a table. */
  boolean isCutOff() {
    return isCutOff;
  }

  /** A column's value, or null if the table has none of this name, or it is null there. */
  String value(String column) {
    String[] values = line.split("\t", -1);
    int place = columns.indexOf(column);
    return place < 0 || place >= values.length || values[place].equals("\\N")
        ? null
        : unescaped(values[place]);
  }

  private static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        plain.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              case 'b' -> '\b';
              case 'f' -> '\f';
              default -> escaped;
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
