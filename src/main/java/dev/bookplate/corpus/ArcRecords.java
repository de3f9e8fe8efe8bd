package dev.bookplate.corpus;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Records of ARC, what WARC grew out of: a line with address, date, type and length, and then what
 * a server sent. Of both versions the last field of the line is the length, and the first is the
 * address.
 */
final class ArcRecords extends WebRecords {
  private static final Splitter FIELDS = Splitter.on(' ');
  private static final int FEWEST_FIELDS = 5;
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*:");

  ArcRecords(ByteWindow window, int maxBytes) {
    super(window, maxBytes);
  }

  /** Whether characters begin a record: with an address. */
  static boolean isStart(String characters) {
    return ADDRESS.matcher(characters).lookingAt();
  }

  @Override
  Step record(long from) {
    int line = lineEnd();
    List<String> fields =
        line < 0
            ? List.of()
            : FIELDS.splitToList(
                new String(window.bytes(), at, line - at, StandardCharsets.UTF_8).strip());
    long length = fields.size() < FEWEST_FIELDS ? -1 : length(fields.getLast());
    if (length < 0) {
      at = window.limit();
      while (has(1)) {
        at = window.limit(); // nothing tells where a record of ARC starts but the one before it
      }
      return gapTo(from, "not the start of a record, and none can be found behind it");
    }
    header =
        Map.of(
            "warc-type",
            fields.get(0).startsWith("filedesc:") ? "warcinfo" : "response",
            "warc-target-uri",
            fields.get(0),
            "warc-date",
            fields.get(2),
            "content-type",
            fields.get(0).startsWith("http") ? "application/http" : fields.get(3));
    return body(line + 1 - at, length);
  }

  private int lineEnd() {
    int searched = 0;
    while (true) {
      int newline = ByteScan.newline(window.bytes(), at + searched, window.limit());
      if (newline >= 0) {
        return newline;
      }
      searched = window.limit() - at;
      if (searched > LONGEST_HEADER || !has(searched + 1)) {
        return -1;
      }
    }
  }

  private static long length(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
