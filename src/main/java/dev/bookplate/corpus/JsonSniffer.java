package dev.bookplate.corpus;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What the first bytes of a stream say of the JSON in it.
 *
 * @param mark bytes of the byte order mark
 * @param isWide whether it is UTF-16 or UTF-32
 * @param isList whether it is one list
 * @param isLines whether its first line is a record
 */
record JsonSniffer(int mark, boolean isWide, boolean isList, boolean isLines) {
  /** What is said of UTF-16. */
  static final String WIDE =
      "the file is UTF-16 or UTF-32, and JSON lines are read as UTF-8; convert it, for example"
          + " with iconv -f UTF-16 -t UTF-8";

  private static final int LONGEST_FIRST_LINE = 1 << 20;

  /** Looks at the start of a window, which stays where it is. */
  static JsonSniffer of(ByteWindow window) {
    while (window.limit() < 4 && window.fill(0)) {
      // reads on
    }
    byte[] bytes = window.bytes();
    int limit = window.limit();
    int mark = limit >= 3 && is(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    int first = firstNotBlank(window, mark);
    boolean list = first >= 0 && window.bytes()[first] == '[';
    return new JsonSniffer(
        mark,
        isWide(Arrays.copyOf(bytes, Math.min(4, limit))),
        list,
        !list && hasLines(window, mark));
  }

  /** Whether the first bytes of a stream are those of UTF-16 or UTF-32. */
  static boolean isWide(byte[] head) {
    if (head.length < 2) {
      return false;
    }
    boolean zero = false;
    for (byte b : head) {
      zero |= b == 0;
    }
    return zero || is(head, 0xFF, 0xFE) || is(head, 0xFE, 0xFF);
  }

  /** Whether a file without a telling name starts with a JSON record on a line of its own. */
  static boolean looksLikeRecords(Entry entry) throws IOException {
    FileFormat format = entry.format();
    if (format.name().endsWith(".txt") || format.name().endsWith(".md")) {
      return false;
    }
    try (ByteWindow window = new ByteWindow(entry.unpacked(), 0)) {
      window.fill(0);
      int first = firstNotBlank(window, 0);
      if (first < 0 || window.bytes()[first] != '{') {
        return false;
      }
      JsonRecord record = new JsonRecord(FieldTree.of(List.of()), 0);
      return record.walk(window.bytes(), 0, endOfFirstLine(window, 0));
    }
  }

  /**
   * Anything but a first line that goes on after its end, where no string can: broken lines are
   * lines, too.
   */
  private static boolean hasLines(ByteWindow window, int from) {
    int end = endOfFirstLine(window, from);
    JsonRecord record = new JsonRecord(FieldTree.of(List.of()), 0);
    return end == window.limit()
        || record.walk(window.bytes(), from, end)
        || record.problemAt() < end
        || JsonRecord.OPEN_STRING.equals(record.problem());
  }

  /** Where the first line ends, or what there is of it. */
  private static int endOfFirstLine(ByteWindow window, int from) {
    int newline = ByteScan.newline(window.bytes(), from, window.limit());
    while (newline < 0 && window.limit() < LONGEST_FIRST_LINE && window.fill(0)) {
      newline = ByteScan.newline(window.bytes(), from, window.limit());
    }
    return newline < 0 ? window.limit() : newline;
  }

  private static int firstNotBlank(ByteWindow window, int from) {
    for (int i = from; i < window.limit(); i++) {
      if (!JsonRecord.isBlank(window.bytes()[i])) {
        return i;
      }
    }
    return -1;
  }

  private static boolean is(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
