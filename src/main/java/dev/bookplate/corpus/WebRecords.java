package dev.bookplate.corpus;

import java.io.Closeable;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts web archives into records: WARC of every version, and ARC. Where a record is malformed, it
 * goes on at the next that can be found, and says what lies between.
 */
abstract sealed class WebRecords implements Closeable permits WarcRecords, ArcRecords {
  /** What was found. */
  enum Step {
    /** A record; if its body is wanted, all of it is in the window. */
    RECORD,
    /** A record whose body is wanted, but longer than the limit: it was passed over. */
    TOO_LONG,
    /** Bytes that are no record. */
    GAP,
    /** No more records. */
    END
  }

  /** What is left of a stream behind its damage. */
  interface Rest {
    /**
     * Where it goes on.
     *
     * @param offset that its first byte counts as
     * @return null where nothing more can be read
     */
    Found after(long offset);
  }

  /**
   * Where a stream goes on.
   *
   * @param window on what follows
   * @param lost what is missing before it, as a part of a sentence
   */
  record Found(ByteWindow window, String lost) {}

  /** Longest header that is believed. */
  static final int LONGEST_HEADER = 1 << 20;

  /** Another one behind damage. */
  ByteWindow window;

  private Rest rest = offset -> null;
  private ByteWindow following;
  private final long maxBytes;

  /** Where in the window the next record starts. */
  int at;

  /** The record's header, its names in small letters; a record of ARC has those of WARC. */
  Map<String, String> header = Map.of();

  /** First byte of the body in the window. */
  int bodyStart;

  /** First byte after it. */
  int bodyEnd;

  /** First byte of the record, or gap, in the stream. */
  long offset;

  /** First byte after it. */
  long endOffset;

  /** After {@link Step#GAP} what is wrong, as the start of a sentence. */
  String problem;

  WebRecords(ByteWindow window, int maxBytes) {
    this.window = window;
    this.maxBytes = maxBytes;
  }

  /** Says what is left where the stream is damaged; nothing, unless it is said. */
  final void goOnWith(Rest behindDamage) {
    rest = behindDamage;
  }

  /** Goes to the next record or gap. */
  final Step next() {
    if (following != null) {
      window.close();
      window = following;
      following = null;
      at = 0;
    }
    if (!passLineEnds()) {
      return end();
    }
    problem = null;
    return record(window.offset(at));
  }

  /**
   * The record, or gap, that begins where the window is.
   *
   * @param from the same place in the stream
   */
  abstract Step record(long from);

  /** A field of the header, or an empty string. */
  final String field(String name) {
    return header.getOrDefault(name, "");
  }

  /** Whether the record may hold a document. */
  final boolean isWanted() {
    return switch (field("warc-type").toLowerCase(Locale.ROOT)) {
      case "response", "resource", "conversion" -> true;
      default -> false;
    };
  }

  /** Passes over line ends, which part records; false at the end of the stream. */
  private boolean passLineEnds() {
    while (has(1)) {
      byte b = window.bytes()[at];
      if (b != '\r' && b != '\n') {
        return true;
      }
      at++;
    }
    return false;
  }

  /** Whether so many bytes follow; then they are in the window. */
  final boolean has(int count) {
    while (window.limit() - at < count) {
      boolean more = window.fill(at);
      at = 0;
      if (!more) {
        return false;
      }
    }
    return true;
  }

  /** The body of a record that starts {@code headerBytes} behind where the window is. */
  final Step body(int headerBytes, long length) {
    offset = window.offset(at);
    endOffset = offset + headerBytes + length;
    if (!isWanted() || length > maxBytes) {
      Step step = isWanted() ? Step.TOO_LONG : Step.RECORD;
      bodyStart = 0;
      bodyEnd = 0;
      return passTo(endOffset) ? step : cutOff();
    }
    if (!has((int) (headerBytes + length))) {
      at = window.limit();
      return cutOff();
    }
    bodyStart = at + headerBytes;
    bodyEnd = bodyStart + (int) length;
    at = bodyEnd;
    return Step.RECORD;
  }

  private boolean passTo(long place) {
    while (window.offset(window.limit()) < place) {
      boolean more = window.fill(window.limit());
      at = 0;
      if (!more) {
        return false;
      }
    }
    at = (int) (place - window.offset(0));
    return true;
  }

  private Step cutOff() {
    endOffset = window.offset(window.limit());
    at = window.limit();
    if (window.failure() == null) {
      problem = "the record is cut off by the end of the file";
      return Step.GAP;
    }
    problem = "the data is damaged or cut off (" + Problems.of(window.failure()) + ")";
    Found found = rest.after(endOffset);
    if (found != null) {
      problem += ": " + found.lost;
      following = found.window;
    }
    return Step.GAP;
  }

  /** A gap from where the window is to its own end, which is moved to. */
  final Step gapTo(long from, String what) {
    offset = from;
    endOffset = window.offset(at);
    problem = what;
    return Step.GAP;
  }

  /** The end, or what the stream failed with; that is told once. */
  private Step end() {
    if (window.failure() == null || problem != null) {
      return Step.END;
    }
    offset = window.offset(window.limit());
    return cutOff();
  }

  @Override
  public void close() {
    window.close();
    if (following != null) {
      following.close();
    }
  }
}
