package dev.bookplate.corpus;

import java.util.Arrays;

/**
 * Walks one JSON object in a byte array, checks all of its syntax, and notes where the fields that
 * are looked for stand. Makes no objects, so that it can be used again for every record.
 *
 * <p>The grammar is RFC 8259's, with a limit of {@value #MAX_DEPTH} on nesting. Where a name stands
 * twice in one object the last one counts, as in most parsers.
 */
final class JsonRecord {
  /** Deepest nesting that is followed. */
  static final int MAX_DEPTH = 512;

  /** The problem of a record that ends inside a string. */
  static final String OPEN_STRING = "a string is not closed";

  /** What stands in a field. */
  enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    LIST,
    OBJECT
  }

  private final FieldTree root;
  private final Kind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] escaped;

  private final FieldTree[] open = new FieldTree[MAX_DEPTH];
  private final boolean[] isList = new boolean[MAX_DEPTH];
  private final boolean[] hasMembers = new boolean[MAX_DEPTH];
  private final JsonStrings names = new JsonStrings();

  private byte[] bytes;
  private int at;
  private int end;
  private int depth;
  private boolean stringEscaped;
  private String problem;

  /**
   * A walker that looks for fields.
   *
   * @param slots fields in the tree
   */
  JsonRecord(FieldTree root, int slots) {
    this.root = root;
    kinds = new Kind[slots];
    starts = new int[slots];
    ends = new int[slots];
    escaped = new boolean[slots];
  }

  /** What stands in a field, or null if it is not there. */
  Kind kind(int slot) {
    return kinds[slot];
  }

  /** First byte of the inside of a string, or of another value. */
  int start(int slot) {
    return starts[slot];
  }

  /** First byte after the inside of a string, or after another value. */
  int end(int slot) {
    return ends[slot];
  }

  /** Whether a string holds a backslash. */
  boolean escaped(int slot) {
    return escaped[slot];
  }

  /** What is wrong, as the end of a sentence; null if nothing is. */
  String problem() {
    return problem;
  }

  /** Where it is wrong. */
  int problemAt() {
    return at;
  }

  /** Walks {@code bytes[from, to)}, blanks around the object allowed; false if not valid. */
  boolean walk(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    depth = 0;
    problem = null;
    Arrays.fill(kinds, null);
    if (token() != '{') {
      return fail("a record must be a JSON object, in braces");
    }
    at++;
    push(root, false);
    while (depth > 0) {
      if (!(isList[depth - 1] ? element() : member())) {
        return false;
      }
    }
    token();
    return at == end || fail("something stands after the end of the object");
  }

  private boolean member() {
    byte c = token();
    if (c == '}') {
      return pop();
    }
    if (hasMembers[depth - 1]) {
      if (c != ',') {
        return fail("a comma or a closing brace is missing");
      }
      at++;
      c = token();
    }
    if (c != '"') {
      return fail("the name of a field is missing");
    }
    hasMembers[depth - 1] = true;
    int nameStart = ++at;
    if (!string()) {
      return false;
    }
    FieldTree field = field(nameStart, at - 1);
    if (token() != ':') {
      return fail("a colon is missing");
    }
    at++;
    return value(field);
  }

  private boolean element() {
    byte c = token();
    if (c == ']') {
      return pop();
    }
    if (hasMembers[depth - 1]) {
      if (c != ',') {
        return fail("a comma or a closing bracket is missing");
      }
      at++;
    }
    hasMembers[depth - 1] = true;
    return value(null);
  }

  private FieldTree field(int from, int to) {
    FieldTree in = open[depth - 1];
    if (in == null) {
      return null;
    }
    if (stringEscaped) {
      int length = names.unescape(bytes, from, to);
      return in.child(names.bytes(), 0, length);
    }
    return in.child(bytes, from, to);
  }

  private boolean value(FieldTree field) {
    byte c = token();
    int start = at;
    return switch (c) {
      case '"' -> {
        at++;
        yield string() && note(field, Kind.STRING, start + 1, at - 1);
      }
      case '{' -> {
        at++;
        yield note(field, Kind.OBJECT, start, at) && push(field, false);
      }
      case '[' -> {
        at++;
        yield note(field, Kind.LIST, start, at) && push(null, true);
      }
      case 't' -> word("true") && note(field, Kind.BOOLEAN, start, at);
      case 'f' -> word("false") && note(field, Kind.BOOLEAN, start, at);
      case 'n' -> word("null") && note(field, Kind.NULL, start, at);
      default -> number(c) && note(field, Kind.NUMBER, start, at);
    };
  }

  private boolean note(FieldTree field, Kind kind, int from, int to) {
    if (field == null) {
      return true;
    }
    forget(field);
    int slot = field.slot();
    if (slot >= 0) {
      kinds[slot] = kind;
      starts[slot] = from;
      ends[slot] = to;
      escaped[slot] = kind == Kind.STRING && stringEscaped;
    }
    return true;
  }

  /** An earlier field of the same name no longer counts, nor what stood in it. */
  private void forget(FieldTree field) {
    for (FieldTree child : field.children()) {
      if (child.slot() >= 0) {
        kinds[child.slot()] = null;
      }
      forget(child);
    }
  }

  private boolean push(FieldTree field, boolean list) {
    if (depth == MAX_DEPTH) {
      return fail("it is nested deeper than " + MAX_DEPTH + " levels");
    }
    open[depth] = field;
    isList[depth] = list;
    hasMembers[depth] = false;
    depth++;
    return true;
  }

  private boolean pop() {
    at++;
    depth--;
    return true;
  }

  /** Goes on to the next byte that is not blank; 0, which no JSON has there, at the end. */
  private byte token() {
    int i = at;
    while (i < end && isBlank(bytes[i])) {
      i++;
    }
    at = i;
    return i < end ? bytes[i] : 0;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** From after the opening quote to after the closing one. */
  private boolean string() {
    byte[] b = bytes;
    int i = at;
    boolean hasEscapes = false;
    while (true) {
      i = ByteScan.special(b, i, end);
      if (i == end) {
        return fail(i, OPEN_STRING);
      }
      byte c = b[i];
      if (c == '"') {
        at = i + 1;
        stringEscaped = hasEscapes;
        return true;
      }
      if (c == '\\') {
        int length = escapeLength(b, i);
        if (length == 0) {
          return fail(i, "a string holds an escape that JSON does not have");
        }
        hasEscapes = true;
        i += length;
      } else if (c < 0) {
        i = words(b, i);
        if (i < 0) {
          return fail(~i, "it holds invalid UTF-8");
        }
      } else {
        return fail(i, "a string holds a control character that is not escaped");
      }
    }
  }

  /** Past letters outside ASCII and the blanks between them: cheaper than to look for blanks. */
  private int words(byte[] b, int from) {
    int i = from;
    do {
      i = Utf8.passNonAscii(b, i, end);
      if (i >= 0 && i < end && b[i] == ' ') {
        i++;
      }
    } while (i >= 0 && i < end && b[i] < 0);
    return i;
  }

  /** Bytes of the escape at {@code i}, or 0 if it is none. */
  private int escapeLength(byte[] b, int i) {
    if (i + 1 >= end) {
      return 0;
    }
    return switch (b[i + 1]) {
      case 'n', '"', '\\', '/', 't', 'r', 'b', 'f' -> 2;
      case 'u' -> i + 6 <= end && isHex(b, i + 2) ? 6 : 0;
      default -> 0;
    };
  }

  private static boolean isHex(byte[] b, int from) {
    for (int i = from; i < from + 4; i++) {
      int lower = b[i] | 0x20;
      if (!(isDigit(b[i]) || (lower >= 'a' && lower <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  private boolean word(String word) {
    for (int i = 0; i < word.length(); i++, at++) {
      if (at >= end || bytes[at] != word.charAt(i)) {
        return fail("a value is missing or is none that JSON has");
      }
    }
    return true;
  }

  private boolean number(byte first) {
    if (first == '-') {
      at++;
    } else if (!isDigit(first)) {
      return fail("a value is missing or is none that JSON has");
    }
    if (at < end && bytes[at] == '0') {
      at++;
    } else if (!digits()) {
      return false;
    }
    if (at < end && bytes[at] == '.') {
      at++;
      if (!digits()) {
        return false;
      }
    }
    if (at < end && (bytes[at] | 0x20) == 'e') {
      at++;
      if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int start = at;
    while (at < end && isDigit(bytes[at])) {
      at++;
    }
    return at > start || fail("a number lacks a digit");
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private boolean fail(String what) {
    return fail(at, what);
  }

  private boolean fail(int where, String what) {
    at = where;
    problem = what;
    return false;
  }
}
