package dev.bookplate.corpus;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Records of WARC (ISO 28500), also of WET and WAT files, which are WARC too. */
final class WarcRecords extends WebRecords {
  private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);

  WarcRecords(ByteWindow window, int maxBytes) {
    super(window, maxBytes);
  }

  /** Whether characters begin a record. */
  static boolean isStart(String characters) {
    return characters.startsWith("WARC/");
  }

  @Override
  Step record(long from) {
    if (!has(MAGIC.length) || !isMagic(at)) {
      return pass(from, "not the start of a record");
    }
    int end = headerEnd();
    if (end < 0) {
      at++;
      return pass(from, "the record's header has no end");
    }
    header = fields(new String(window.bytes(), at, end - at, StandardCharsets.UTF_8));
    long length = length();
    if (length < 0) {
      at++;
      return pass(from, "the record's header tells no Content-Length");
    }
    return body(end - at, length);
  }

  private boolean isMagic(int from) {
    byte[] bytes = window.bytes();
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[from + i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /** First byte after the empty line that ends the header, or -1. */
  private int headerEnd() {
    int searched = MAGIC.length;
    while (true) {
      byte[] bytes = window.bytes();
      for (int i = at + searched; i < window.limit(); i++) {
        boolean empty =
            bytes[i] == '\n'
                && (bytes[i - 1] == '\n' || (bytes[i - 1] == '\r' && bytes[i - 2] == '\n'));
        if (empty) {
          return i + 1;
        }
      }
      searched = window.limit() - at;
      if (searched > LONGEST_HEADER || !has(searched + 1)) {
        return -1;
      }
    }
  }

  /** Names are told apart without their case; a line that begins with a blank goes on. */
  private static Map<String, String> fields(String header) {
    Map<String, String> fields = new HashMap<>();
    String last = null;
    for (String line : header.lines().toList()) {
      int colon = line.indexOf(':');
      if (last != null && (line.startsWith(" ") || line.startsWith("\t"))) {
        fields.merge(last, line.strip(), (a, b) -> a + " " + b);
      } else if (colon > 0 && !line.startsWith("WARC/")) {
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(last, line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private long length() {
    try {
      return Long.parseLong(field("content-length"));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Goes to the next line that starts a record. */
  private Step pass(long from, String what) {
    while (has(MAGIC.length + 1)) {
      byte[] bytes = window.bytes();
      int last = window.limit() - MAGIC.length;
      for (; at < last; at++) {
        if (bytes[at] == '\n' && isMagic(at + 1)) {
          at++;
          return gapTo(from, what);
        }
      }
    }
    at = window.limit();
    return gapTo(from, what);
  }
}
