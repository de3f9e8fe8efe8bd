package dev.bookplate.catalogue.rows;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of a source as UTF-8, with U+FFFD for what is none, without their ends and a BOM. */
final class ByteLines implements Closeable {
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int end;
  private long base;
  private long offset;
  private long number = -1;
  private boolean isTooLong;
  private boolean hasEnd;

  /**
   * Lines of a stream.
   *
   * @param longest bytes of a line that is kept whole
   */
  ByteLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line, of a longer one its beginning; null after the last. */
  String next() throws IOException {
    line.reset();
    offset = base + at;
    isTooLong = false;
    hasEnd = false;
    while (!hasEnd && (at < end || fill())) {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      keep(from);
      if (at < end) {
        at++;
        hasEnd = true;
      }
    }
    if (!hasEnd && line.size() == 0) {
      return null;
    }
    number++;
    return text();
  }

  private void keep(int from) {
    int taken = Math.min(at - from, longest - line.size());
    line.write(buffer, from, taken);
    isTooLong |= taken < at - from;
  }

  private String text() {
    String text = line.toString(StandardCharsets.UTF_8);
    int from = number == 0 && text.startsWith("\uFEFF") ? 1 : 0;
    return text.substring(from, text.endsWith("\r") ? text.length() - 1 : text.length());
  }

  private boolean fill() throws IOException {
    base += end;
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  /** Number of the line, from 0. */
  long number() {
    return number;
  }

  /** Bytes in front of the line. */
  long offset() {
    return offset;
  }

  /** Whether only its beginning was kept. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether a line end followed, which the last line of a file that is cut off has not. */
  boolean hasEnd() {
    return hasEnd;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
