package dev.bookplate.corpus;

import java.util.function.LongSupplier;

/**
 * Lines, each without its line feed and the carriage return before it. The last line needs no line
 * feed. A byte order mark at the start of the stream belongs to no line.
 */
final class LineFrames extends Frames {
  private LongSupplier stop;
  private int at;

  /**
   * Lines of a stream.
   *
   * @param stop lines that start here or later belong to someone else
   * @param maxBytes longest line
   */
  LineFrames(ByteWindow window, long stop, int maxBytes) {
    this(window, () -> stop, maxBytes);
  }

  /**
   * Lines of a stream whose stop may show only on the way.
   *
   * @param stop the same; the largest number as long as it is not known
   */
  LineFrames(ByteWindow window, LongSupplier stop, int maxBytes) {
    super(window, maxBytes);
    this.stop = stop;
  }

  /** Goes to the start of the first line after the byte that the window starts with. */
  LineFrames afterFirstNewline() {
    while (window.offset(at) < stop.getAsLong()) {
      int newline = ByteScan.newline(window.bytes(), at, window.limit());
      if (newline >= 0) {
        at = newline + 1;
        return this;
      }
      at = window.limit();
      if (!fill(at)) {
        return this;
      }
    }
    return this;
  }

  /** Passes over a byte order mark; the first line counts as starting before it. */
  LineFrames afterMark(int bytes) {
    at += bytes;
    long least = window.offset(at) + 1;
    LongSupplier usual = stop;
    stop = () -> Math.max(usual.getAsLong(), least);
    return this;
  }

  @Override
  Step next() {
    if (window.offset(at) >= stop.getAsLong()) {
      return Step.END;
    }
    int searched = at;
    while (true) {
      int newline = ByteScan.newline(window.bytes(), searched, window.limit());
      if (newline >= 0) {
        int from = at;
        at = newline + 1;
        return newline - from > maxBytes ? tooLong(from, newline) : line(from, newline);
      }
      int pending = window.limit() - at;
      if (pending > maxBytes) {
        return passLongLine();
      }
      if (!fill(at)) {
        return last();
      }
      searched = at + pending;
    }
  }

  private Step line(int from, int newline) {
    boolean carriageReturn = newline > from && window.bytes()[newline - 1] == '\r';
    return record(from, carriageReturn ? newline - 1 : newline);
  }

  private Step tooLong(int from, int to) {
    record(from, to);
    return Step.TOO_LONG;
  }

  private Step last() {
    int from = at;
    if (window.failure() != null) {
      return failed(from);
    }
    if (from == window.limit()) {
      return Step.END;
    }
    at = window.limit();
    return at - from > maxBytes ? tooLong(from, at) : line(from, at);
  }

  /** Goes past a line that does not fit, without keeping it. */
  private Step passLongLine() {
    long from = window.offset(at);
    while (true) {
      at = window.limit();
      boolean more = fill(at);
      int newline = more ? ByteScan.newline(window.bytes(), at, window.limit()) : window.limit();
      if (newline >= 0) {
        if (window.failure() != null) {
          return failed(at);
        }
        offset = from;
        endOffset = window.offset(newline);
        at = more ? newline + 1 : newline;
        return Step.TOO_LONG;
      }
    }
  }

  private boolean fill(int keep) {
    boolean more = window.fill(keep);
    at = 0;
    return more;
  }
}
