package dev.bookplate.catalogue.rows;

import java.io.IOException;

/** Reads the values between the brackets of one row, with MySQL's escapes undone. */
final class SqlValues {
  private final SqlBytes in;
  private final SqlTuple tuple;
  private String table;

  SqlValues(SqlBytes in, SqlTuple tuple) {
    this.in = in;
    this.tuple = tuple;
  }

  /** Reads a row into the tuple; what is wrong with it, or null. */
  String read(String table) throws IOException {
    this.table = table;
    tuple.clear();
    while (true) {
      in.skip();
      in.blank();
      tuple.begin();
      String fault = value(SqlTuple.Kind.BARE);
      if (fault != null) {
        return fault;
      }
      in.blank();
      int b = in.peek();
      if (b == ')') {
        in.skip();
        return null;
      }
      if (b != ',' || tuple.count() == SqlTuple.MOST_VALUES) {
        return b == SqlBytes.END
            ? "a row of " + table + " is cut off"
            : "a row of " + table + " has no comma or bracket where one has to be";
      }
    }
  }

  /** Reads one value; what is wrong with it, or null. */
  private String value(SqlTuple.Kind introduced) throws IOException {
    int b = in.peek();
    if (b == '\'' || b == '"') {
      boolean isClosed = string(b);
      tuple.end(introduced == SqlTuple.Kind.BARE ? SqlTuple.Kind.TEXT : introduced);
      return isClosed ? null : "a quoted value of " + table + " has no end";
    }
    bare();
    b = in.peek();
    boolean isPrefix = b == '\'' && (tuple.isWord("X") || tuple.isWord("N"));
    if (introduced == SqlTuple.Kind.BARE && (tuple.first() == '_' || isPrefix)) {
      return introduced(tuple.isWord("X"), tuple.isWord("N"));
    }
    if (tuple.first() == -1 || b == '(') {
      return "a row of " + table + " has a value that is no constant";
    }
    if (tuple.isWord("NULL")) {
      tuple.drop();
      tuple.end(SqlTuple.Kind.NULL);
    } else {
      tuple.end(hexNumber() ? SqlTuple.Kind.BINARY : SqlTuple.Kind.BARE);
    }
    return null;
  }

  /** A value behind {@code _binary}, {@code _utf8mb4}, {@code x} or {@code n}. */
  private String introduced(boolean isHex, boolean isNational) throws IOException {
    boolean isText = isNational || (tuple.first() == '_' && !tuple.isWord("_BINARY"));
    tuple.drop();
    in.blank();
    if (!isHex) {
      return value(isText ? SqlTuple.Kind.TEXT : SqlTuple.Kind.BINARY);
    }
    if (!string(in.peek()) || !tuple.unhex()) {
      return "a row of " + table + " has a hex value without hex digits";
    }
    tuple.end(SqlTuple.Kind.BINARY);
    return null;
  }

  /** Letters and digits up to what ends a bare value. */
  private void bare() throws IOException {
    int b = in.peek();
    while (b > ' ' && b != ',' && b != ')' && b != '(' && b != '\'' && b != '"' && b != ';') {
      tuple.add(b);
      in.skip();
      b = in.peek();
    }
  }

  private boolean hexNumber() {
    return tuple.first() == '0' && tuple.unhexNumber();
  }

  private boolean string(int quote) throws IOException {
    in.skip();
    while (true) {
      int b = in.takeUpTo(quote, tuple);
      if (b == SqlBytes.END) {
        return false;
      }
      in.skip();
      if (b == '\\') {
        escape();
      } else if (in.peek() == quote) {
        in.skip();
        tuple.add(quote);
      } else {
        return true;
      }
    }
  }

  private void escape() throws IOException {
    int b = in.next();
    switch (b) {
      case '0' -> tuple.add(0);
      case 'n' -> tuple.add('\n');
      case 'r' -> tuple.add('\r');
      case 't' -> tuple.add('\t');
      case 'b' -> tuple.add('\b');
      case 'Z' -> tuple.add(26);
      case '%', '_' -> {
        tuple.add('\\');
        tuple.add(b);
      }
      case SqlBytes.END -> {}
      default -> tuple.add(b);
    }
  }
}
