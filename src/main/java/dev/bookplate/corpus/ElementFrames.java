package dev.bookplate.corpus;

/**
 * JSON objects that do not stand on lines of their own: the elements of one list, or objects one
 * after the other with blanks between them. An object is cut where its braces close.
 */
final class ElementFrames extends Frames {
  private final boolean list;
  private int at;
  private boolean started;
  private boolean any;

  /**
   * Elements of a stream.
   *
   * @param list whether they stand in one list, in brackets
   * @param maxBytes longest element
   */
  ElementFrames(ByteWindow window, boolean list, int maxBytes) {
    super(window, maxBytes);
    this.list = list;
  }

  /** Passes over a byte order mark. */
  ElementFrames afterMark(int bytes) {
    at += bytes;
    return this;
  }

  @Override
  Step next() {
    if (!list) {
      return token() < 0 ? atEnd() : element();
    }
    if (!started) {
      started = true;
      token(); // the opening bracket, by which the list was known
      at++;
    }
    int c = token();
    if (c == ']') {
      return afterList();
    }
    if (any && c >= 0) {
      if (c != ',') {
        return broken(at, "a comma or the closing bracket of the list is missing");
      }
      at++;
      c = token();
    }
    if (c < 0) {
      return window.failure() != null ? failed(at) : broken(at, "the list is cut off");
    }
    any = true;
    return element();
  }

  private Step atEnd() {
    return window.failure() != null ? failed(at) : Step.END;
  }

  private Step afterList() {
    at++;
    return token() < 0 ? atEnd() : broken(at, "something stands after the end of the list");
  }

  /** The next byte that is not blank, at which it stops, or -1 at the end. */
  private int token() {
    while (true) {
      while (at < window.limit()) {
        if (!JsonRecord.isBlank(window.bytes()[at])) {
          return window.bytes()[at] & 0xFF;
        }
        at++;
      }
      if (!fill(at)) {
        return -1;
      }
    }
  }

  /** One value: up to where its braces and brackets close, or to the next comma or blank. */
  private Step element() {
    Cut cut = new Cut();
    int searched = at;
    long from = window.offset(at);
    while (true) {
      int stop = cut.find(window.bytes(), searched, window.limit());
      if (stop >= 0) {
        return found(from, stop);
      }
      int keep = window.limit() - at > maxBytes ? window.limit() : at;
      searched = window.limit() - keep;
      if (!fill(keep)) {
        return cutOff(from, cut);
      }
    }
  }

  private Step found(long from, int stop) {
    boolean whole = window.offset(at) == from;
    int first = at;
    at = stop;
    if (!whole || stop - first > maxBytes) {
      offset = from;
      endOffset = window.offset(stop);
      return Step.TOO_LONG;
    }
    return stop == first && !list
        ? broken(at, "something stands between the objects")
        : record(first, stop);
  }

  private Step cutOff(long from, Cut cut) {
    if (window.failure() != null) {
      return failed(at);
    }
    if (cut.scalar()) {
      return found(from, window.limit());
    }
    return broken(at, list ? "the list is cut off" : "the last object is cut off");
  }

  private boolean fill(int keep) {
    boolean more = window.fill(keep);
    at = 0;
    return more;
  }

  /** Finds the end of one value over several windows. */
  private static final class Cut {
    private long depth;
    private boolean inString;
    private boolean afterBackslash;
    private boolean nested;

    /** Whether what was seen so far is a bare word or number, which the end of input ends. */
    boolean scalar() {
      return !nested && !inString;
    }

    /** First byte after the value, or -1 if it goes on after {@code to}. */
    int find(byte[] b, int from, int to) {
      for (int i = from; i < to; i++) {
        byte c = b[i];
        if (inString) {
          string(c);
          if (!inString && depth == 0) {
            return i + 1;
          }
        } else if (c == '"') {
          inString = true;
        } else if (c == '{' || c == '[') {
          nested = true;
          depth++;
        } else if (c == '}' || c == ']') {
          if (!nested) {
            return i;
          }
          if (--depth == 0) {
            return i + 1;
          }
        } else if (depth == 0 && (c == ',' || JsonRecord.isBlank(c))) {
          return i;
        }
      }
      return -1;
    }

    private void string(byte c) {
      if (afterBackslash) {
        afterBackslash = false;
      } else if (c == '\\') {
        afterBackslash = true;
      } else if (c == '"') {
        inString = false;
      }
    }
  }
}
