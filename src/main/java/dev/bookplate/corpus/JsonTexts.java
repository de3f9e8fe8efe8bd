package dev.bookplate.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a field that is a list, or stands in objects of one, as tables have it too ({@link
 * ParquetPath}): what is found, in order, with a blank line between the elements of lists. Off the
 * path that most records take; walks JSON that is known to be valid.
 */
final class JsonTexts {
  private static final byte[] BLANK_LINE = {'\n', '\n'};

  private final byte[] bytes;
  private final byte[][] path;
  private final JsonStrings strings = new JsonStrings();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;
  private int count;
  private boolean isThere;
  private String other;

  private JsonTexts(byte[] bytes, int from, String path) {
    this.bytes = bytes;
    at = from;
    String[] names = path.isEmpty() ? new String[0] : path.split("\\.", -1);
    this.path = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      this.path[i] = names[i].getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * What stands in a value.
   *
   * @param from where the value begins, or blanks before it
   * @param path names with dots between them, from the value down; empty for the value itself
   */
  static JsonTexts of(byte[] bytes, int from, String path) {
    JsonTexts texts = new JsonTexts(bytes, from, path);
    texts.value(0);
    return texts;
  }

  /** Whether there is such a field, if only with null in it. */
  boolean isThere() {
    return isThere;
  }

  /** What stands there beside text, as the end of a sentence; null if nothing does. */
  String other() {
    return other;
  }

  /** The text, or null where there is none. */
  byte[] text() {
    return count == 0 ? null : out.toByteArray();
  }

  /** Goes over a value of which the path's names from {@code step} on are wanted. */
  private void value(int step) {
    byte c = token();
    boolean isWanted = step == path.length;
    isThere |= isWanted;
    switch (c) {
      case '"' -> {
        int from = at + 1;
        string();
        if (isWanted) {
          add(from, at - 1);
        }
      }
      case '[' -> list(step);
      case '{' -> object(step);
      default -> {
        boolean isNull = c == 'n';
        scalar();
        if (isWanted && !isNull) {
          other = "a list of " + (c == 't' || c == 'f' ? "booleans" : "numbers");
        }
      }
    }
  }

  private void add(int from, int to) {
    if (count++ > 0) {
      out.writeBytes(BLANK_LINE);
    }
    int length = strings.unescape(bytes, from, to); // before its buffer is asked for
    out.write(strings.bytes(), 0, length);
  }

  private void list(int step) {
    at++;
    while (token() != ']') {
      if (bytes[at] == ',') {
        at++;
      } else {
        value(step);
      }
    }
    at++;
  }

  private void object(int step) {
    if (step == path.length) {
      other = "a list of objects; name a field of them with --text-field, as a.b";
      members(null);
      return;
    }
    int found = members(path[step]);
    if (found >= 0) {
      int end = at;
      at = found;
      value(step + 1);
      at = end;
    }
  }

  /** Goes over an object; where the last field of that name has its value, or -1. */
  private int members(byte[] name) {
    int found = -1;
    at++;
    while (token() != '}') {
      if (bytes[at] == ',') {
        at++;
        continue;
      }
      int from = at + 1;
      string();
      boolean isName = name != null && isName(name, from, at - 1);
      token();
      at++; // the colon
      found = isName ? at : found;
      skip();
    }
    at++;
    return found;
  }

  private boolean isName(byte[] name, int from, int to) {
    int length = strings.unescape(bytes, from, to);
    return Arrays.equals(strings.bytes(), 0, length, name, 0, name.length);
  }

  private void skip() {
    int depth = 0;
    do {
      byte c = token();
      switch (c) {
        case '"' -> string();
        case '[', '{' -> {
          depth++;
          at++;
        }
        case ']', '}' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        default -> scalar();
      }
    } while (depth > 0);
  }

  private byte token() {
    while (JsonRecord.isBlank(bytes[at])) {
      at++;
    }
    return bytes[at];
  }

  /** From the opening quote to after the closing one. */
  private void string() {
    at++;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void scalar() {
    while (bytes[at] == '-' || bytes[at] == '+' || bytes[at] == '.' || isLetterOrDigit(bytes[at])) {
      at++;
    }
  }

  private static boolean isLetterOrDigit(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || b == 'E';
  }
}
