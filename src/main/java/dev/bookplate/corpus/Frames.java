package dev.bookplate.corpus;

import java.io.Closeable;

/** Cuts a stream into records without looking into them. */
abstract sealed class Frames implements Closeable permits LineFrames, ElementFrames {
  /** What was found. */
  enum Step {
    /** A record, all of it in the window. */
    RECORD,
    /** A record that was passed over because it is longer than the limit. */
    TOO_LONG,
    /** The stream ended in an error, or cannot be cut any more; nothing follows. */
    BROKEN,
    /** No more records. */
    END
  }

  /** A window can hold this and more. */
  private static final int LARGEST = 1 << 30;

  final ByteWindow window;
  final int maxBytes;

  /** First byte of the record in the window. */
  int start;

  /** First byte after the record in the window. */
  int end;

  /** First byte of the record in the stream. */
  long offset;

  /** First byte after the record in the stream; after {@link Step#BROKEN} where reading ended. */
  long endOffset;

  /** After {@link Step#BROKEN} what is wrong, as the start of a sentence. */
  String problem;

  Frames(ByteWindow window, int maxBytes) {
    this.window = window;
    this.maxBytes = Math.min(maxBytes, LARGEST);
  }

  abstract Step next();

  /** The record is {@code [from, to)} of the window. */
  final Step record(int from, int to) {
    start = from;
    end = to;
    offset = window.offset(from);
    endOffset = window.offset(to);
    return Step.RECORD;
  }

  /** The rest from {@code from} of the window cannot be cut. */
  final Step broken(int from, String what) {
    offset = window.offset(from);
    endOffset = window.offset(window.limit());
    problem = what;
    return Step.BROKEN;
  }

  /** The stream failed after {@code from} of the window. */
  final Step failed(int from) {
    return broken(
        from,
        "the data is damaged or cut off after byte "
            + window.offset(window.limit())
            + " of what it holds ("
            + Problems.of(window.failure())
            + ")");
  }

  @Override
  public void close() {
    window.close();
  }
}
