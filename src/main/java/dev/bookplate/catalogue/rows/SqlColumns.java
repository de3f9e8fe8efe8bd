package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns that a CREATE TABLE names, in order. */
final class SqlColumns {
  /** What else may stand in the brackets of a CREATE TABLE. */
  private static final Set<String> NO_COLUMN =
      Set.of(
          "PRIMARY",
          "UNIQUE",
          "KEY",
          "INDEX",
          "FULLTEXT",
          "SPATIAL",
          "CONSTRAINT",
          "FOREIGN",
          "CHECK",
          "PERIOD");

  private final String body;
  private final List<String> names = new ArrayList<>();
  private int at;

  private SqlColumns(String body) {
    this.body = body;
  }

  /**
   * Names in the brackets of a CREATE TABLE.
   *
   * @param body what stands behind the opening bracket
   */
  static List<String> in(String body) {
    SqlColumns columns = new SqlColumns(body);
    while (columns.at < body.length()) {
      columns.item();
    }
    return List.copyOf(columns.names);
  }

  private void item() {
    while (at < body.length() && Character.isWhitespace(body.charAt(at))) {
      at++;
    }
    if (at == body.length()) {
      return;
    }
    char first = body.charAt(at);
    if (first == '`' || first == '"') {
      names.add(quoted(first));
    } else {
      String word = word();
      if (!word.isEmpty() && !NO_COLUMN.contains(word.toUpperCase(Locale.ROOT))) {
        names.add(word);
      }
    }
    rest();
  }

  private String quoted(char quote) {
    StringBuilder name = new StringBuilder();
    for (at++; at < body.length(); at++) {
      if (body.charAt(at) == quote) {
        at++;
        if (at == body.length() || body.charAt(at) != quote) {
          break;
        }
      }
      name.append(body.charAt(at));
    }
    return name.toString();
  }

  private String word() {
    int from = at;
    while (at < body.length() && isWordChar(body.charAt(at))) {
      at++;
    }
    return body.substring(from, at);
  }

  private static boolean isWordChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** Up to the comma behind the item, or to the bracket that closes all. */
  private void rest() {
    int depth = 0;
    while (at < body.length()) {
      char c = body.charAt(at++);
      if (c == '\'' || c == '"' || c == '`') {
        string(c);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        at = body.length();
      } else if (c == ',' && depth == 0) {
        return;
      }
    }
  }

  private void string(char quote) {
    while (at < body.length()) {
      char c = body.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == quote) {
        return;
      }
    }
  }
}
