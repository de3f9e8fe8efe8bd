package dev.bookplate.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table by the statement that made it.
 *
 * @param name of the table
 * @param root page that its tree begins at; 0 for one that is a view of others
 * @param columns in their order
 * @param rowIdColumn position of the column that is another name of the row id, or -1
 * @param hasRowIds whether it is stored as tables usually are
 */
record SqliteTable(
    String name, long root, List<String> columns, int rowIdColumn, boolean hasRowIds) {
  private static final Set<String> CONSTRAINTS =
      Set.of("constraint", "primary", "unique", "check", "foreign");

  static SqliteTable of(String name, long root, String sql) {
    String made = sql == null ? "" : withoutComments(sql);
    int open = made.indexOf('(');
    int close = made.lastIndexOf(')');
    List<String> columns = new ArrayList<>();
    int rowIdColumn = -1;
    String inside = open < 0 || close < open ? "" : made.substring(open + 1, close);
    for (String definition : parts(inside)) {
      String column = name(definition);
      if (!CONSTRAINTS.contains(column.toLowerCase(Locale.ROOT)) || isQuoted(definition)) {
        String type = definition.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        rowIdColumn = type.contains(" integer primary key") ? columns.size() : rowIdColumn;
        columns.add(column);
      }
    }
    String after = close < 0 ? "" : made.substring(close).toLowerCase(Locale.ROOT);
    boolean usual = !after.replaceAll("\\s+", " ").contains("without rowid");
    return new SqliteTable(name, root, List.copyOf(columns), rowIdColumn, usual);
  }

  /** Position of a column, told without regard to case, or -1. */
  int column(String wanted) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static String withoutComments(String sql) {
    return sql.replaceAll("--[^\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
  }

  /** What stands between commas that are in no brackets and no quotes. */
  private static List<String> parts(String inside) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`' || c == '[') {
        quote = c == '[' ? ']' : c;
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
      } else if (c == ',' && depth == 0) {
        parts.add(inside.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(inside.substring(start).strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static boolean isQuoted(String definition) {
    return "\"'`[".indexOf(definition.charAt(0)) >= 0;
  }

  private static String name(String definition) {
    if (isQuoted(definition)) {
      char close = definition.charAt(0) == '[' ? ']' : definition.charAt(0);
      int end = definition.indexOf(close, 1);
      return definition.substring(1, end < 0 ? definition.length() : end);
    }
    return definition.split("[\\s(]", 2)[0];
  }
}
