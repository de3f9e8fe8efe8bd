package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Walks through what mysqldump and mydumper write: takes the rows of INSERT and REPLACE, the
 * columns of CREATE TABLE, and steps over all else. The values are those of MySQL's own escapes.
 */
final class SqlStatements implements Closeable {
  /** What {@link #next} came to. */
  enum Step {
    /** A row: {@link #tuple}, {@link #table}, {@link #columns}. */
    ROW,
    /** {@link #problem}: the rest of a statement is lost. */
    BROKEN,
    /** The end of the dump. */
    END
  }

  /** Longer than any CREATE TABLE. */
  private static final int LONGEST_DEFINITION = 1 << 20;

  private final SqlBytes in;
  private final SqlTuple tuple = new SqlTuple();
  private final SqlValues values;
  private final Map<String, List<String>> definitions = new HashMap<>();
  private String table = "";
  private List<String> columns;
  private boolean isInValues;
  private boolean isComplete;
  private String problem;

  SqlStatements(InputStream bytes) {
    in = new SqlBytes(bytes);
    values = new SqlValues(in, tuple);
  }

  private void byteOrderMark() throws IOException {
    if (in.offset() == 0 && in.startsWith("\u00EF\u00BB\u00BF")) {
      in.next();
      in.next();
      in.next();
    }
  }

  /** The table of the statement, without its database. */
  String table() {
    return table;
  }

  /** Columns of the row, from the statement or the table's definition, or null. */
  List<String> columns() {
    return columns;
  }

  SqlTuple tuple() {
    return tuple;
  }

  String problem() {
    return problem;
  }

  /** Columns of all tables that were defined so far, by table. */
  Map<String, List<String>> definitions() {
    return definitions;
  }

  /** The next row or fault. */
  Step next() throws IOException {
    byteOrderMark();
    while (true) {
      Step step = isInValues ? row() : statement();
      if (step != null) {
        return step;
      }
    }
  }

  /** Steps over a statement, or into the rows of it; null if there is more. */
  private Step statement() throws IOException {
    if (!in.blank()) {
      return broken(in.offset(), "a comment in it has no end");
    }
    int first = in.peek();
    if (first == SqlBytes.END) {
      return Step.END;
    }
    if (first == ';') {
      in.skip();
      return null;
    }
    long from = in.offset();
    return switch (word().toUpperCase(Locale.ROOT)) {
      case "INSERT", "REPLACE" -> insert(from);
      case "CREATE" -> create(from);
      case "DELIMITER" -> delimiter();
      default -> over(from);
    };
  }

  private Step insert(long from) throws IOException {
    String word = spacedWord();
    while (!word.isEmpty() && !word.equalsIgnoreCase("INTO")) {
      word = spacedWord();
    }
    String name = name();
    if (name.isEmpty()) {
      return lost(from, "an INSERT names no table");
    }
    table = name;
    columns = definitions.get(name);
    in.blank();
    if (in.peek() == '(') {
      columns = columnList();
    }
    word = spacedWord().toUpperCase(Locale.ROOT);
    isInValues = word.equals("VALUES") || word.equals("VALUE");
    isComplete = false;
    return isInValues ? null : lost(from, "an INSERT into " + name + " has no VALUES");
  }

  private List<String> columnList() throws IOException {
    List<String> names = new ArrayList<>();
    do {
      in.skip();
      names.add(name());
      in.blank();
    } while (in.peek() == ',' && names.size() < SqlTuple.MOST_VALUES);
    if (in.peek() == ')') {
      in.skip();
    }
    return List.copyOf(names);
  }

  /** The next row of a statement, or null behind its last one. */
  private Step row() throws IOException {
    in.blank();
    int b = in.peek();
    if (b == ',' && isComplete) {
      in.skip();
      isComplete = false;
      return null;
    }
    long from = in.offset();
    if (b == '(' && !isComplete) {
      String fault = values.read(table);
      isComplete = true;
      return fault == null ? Step.ROW : lost(from, fault);
    }
    isInValues = false;
    if (b == SqlBytes.END || !isComplete) {
      return lost(from, "an INSERT into " + table + " is cut off");
    }
    // what may follow the rows: ; or ON DUPLICATE KEY UPDATE
    return over(from);
  }

  private Step create(long from) throws IOException {
    if (!spacedWord().equalsIgnoreCase("TABLE")) {
      return over(from);
    }
    String name = name();
    while (isOneOf(name, "IF", "NOT", "EXISTS")) {
      name = name();
    }
    in.blank();
    if (in.peek() != '(') {
      return over(from);
    }
    in.skip();
    StringBuilder body = new StringBuilder();
    Step step = over(from, body);
    definitions.put(name, SqlColumns.in(utf8(body)));
    return step;
  }

  private static boolean isOneOf(String word, String... words) {
    return List.of(words).contains(word.toUpperCase(Locale.ROOT));
  }

  /** Bytes were put in as chars. */
  private static String utf8(CharSequence bytes) {
    return new String(
        bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Over all up to where the delimiter is a semicolon again: bodies of triggers, not rows. */
  private Step delimiter() throws IOException {
    String line = in.line().strip();
    while (!line.equals(";")) {
      if (in.peek() == SqlBytes.END) {
        return null;
      }
      line = in.line().strip();
      line =
          line.regionMatches(true, 0, "DELIMITER", 0, 9) ? line.substring(9).strip() : "no change";
    }
    return null;
  }

  private Step over(long from) throws IOException {
    return over(from, null);
  }

  /** Over the rest of a statement, whose quotes may hold semicolons. */
  private Step over(long from, StringBuilder taken) throws IOException {
    int quote = 0;
    while (true) {
      int b = in.next();
      if (b == SqlBytes.END) {
        return quote == 0 ? null : broken(from, "a statement is cut off");
      }
      if (taken != null && taken.length() < LONGEST_DEFINITION) {
        taken.append((char) b);
      }
      if (quote != 0) {
        if (b == '\\' && quote != '`') {
          int escaped = in.next();
          if (taken != null && escaped != SqlBytes.END) {
            taken.append((char) escaped);
          }
        } else if (b == quote) {
          quote = 0;
        }
      } else if (b == ';') {
        return null;
      } else if (b == '\'' || b == '"' || b == '`') {
        quote = b;
      }
    }
  }

  /** The rest of a statement cannot be read: on to the next line that begins one. */
  private Step lost(long from, String fault) throws IOException {
    isInValues = false;
    while (true) {
      int b = in.next();
      if (b == SqlBytes.END) {
        return broken(from, fault + ", and no INSERT follows");
      }
      if (b == '\n' && (startsWith("INSERT ") || startsWith("REPLACE ") || startsWith("CREATE "))) {
        return broken(from, fault + "; reading goes on at byte " + in.offset());
      }
    }
  }

  private boolean startsWith(String keyword) throws IOException {
    return in.startsWith(keyword) || in.startsWith(keyword.toLowerCase(Locale.ROOT));
  }

  private Step broken(long from, String fault) {
    problem = "at byte " + from + " " + fault;
    return Step.BROKEN;
  }

  private String spacedWord() throws IOException {
    in.blank();
    return word();
  }

  /** ASCII letters, up to a byte that is none; often empty. */
  private String word() throws IOException {
    StringBuilder word = new StringBuilder();
    int b = in.peek();
    while (isLetter(b) && word.length() < 64) {
      word.append((char) b);
      in.skip();
      b = in.peek();
    }
    return word.toString();
  }

  private static boolean isLetter(int b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '_';
  }

  /** A name, in backticks or bare; of {@code database.table} the table. */
  private String name() throws IOException {
    String name;
    do {
      in.blank();
      name = in.peek() == '`' || in.peek() == '"' ? quotedName(in.next()) : bareName();
      in.blank();
    } while (in.peek() == '.' && in.next() == '.');
    return name;
  }

  private String quotedName(int quote) throws IOException {
    StringBuilder name = new StringBuilder();
    int b = in.next();
    while (b != SqlBytes.END && name.length() < 1024) {
      if (b == quote && in.peek() != quote) {
        break;
      }
      if (b == quote) {
        in.skip();
      }
      name.append((char) b);
      b = in.next();
    }
    return utf8(name);
  }

  private String bareName() throws IOException {
    StringBuilder name = new StringBuilder();
    int b = in.peek();
    while (isLetter(b) || (b >= '0' && b <= '9') || b == '$' || b > 127) {
      name.append((char) b);
      in.skip();
      b = in.peek();
    }
    return utf8(name);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
