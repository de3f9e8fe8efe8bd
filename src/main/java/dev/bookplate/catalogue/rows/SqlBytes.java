package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a dump, one after the other, with some of them in sight. */
final class SqlBytes implements Closeable {
  /** Stands for the end, where a byte is asked for. */
  static final int END = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 18];
  private int at;
  private int end;
  private long base;

  SqlBytes(InputStream in) {
    this.in = in;
  }

  /** Bytes in front of the next one. */
  long offset() {
    return base + at;
  }

  /** The next byte, which stays, or {@link #END}. */
  int peek() throws IOException {
    return at < end || fill() ? buffer[at] & 0xFF : END;
  }

  /** The next byte, or {@link #END}. */
  int next() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xFF : END;
  }

  /** Leaves out a byte that was peeked at. */
  void skip() {
    at++;
  }

  /** Whether these bytes, one a char, are next; they stay. */
  boolean startsWith(String letters) throws IOException {
    while (end - at < letters.length()) {
      if (!more()) {
        return false;
      }
    }
    for (int i = 0; i < letters.length(); i++) {
      if ((buffer[at + i] & 0xFF) != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes what stands in front of the next such byte or backslash into the value that is open.
   *
   * @return the byte that ended it, which stays, or {@link #END}
   */
  int takeUpTo(int quote, SqlTuple values) throws IOException {
    while (true) {
      int i = at;
      while (i < end && buffer[i] != quote && buffer[i] != '\\') {
        i++;
      }
      values.add(buffer, at, i - at);
      at = i;
      if (i < end) {
        return buffer[i];
      }
      if (!fill()) {
        return END;
      }
    }
  }

  /** Up to the end of the line; of a long one the beginning. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int b = next();
    while (b != SqlBytes.END && b != '\n') {
      if (line.length() < 100) {
        line.append((char) b);
      }
      b = next();
    }
    return line.toString();
  }

  /** Over blanks and comments; false if a comment has no end. */
  boolean blank() throws IOException {
    while (true) {
      int b = peek();
      if (b == '/' && startsWith("/*")) {
        if (!comment()) {
          return false;
        }
      } else if (b == '#' || (b == '-' && startsWith("--"))) {
        line();
      } else if (b == ' ' || (b >= '\t' && b <= '\r')) {
        skip();
      } else {
        return true;
      }
    }
  }

  private boolean comment() throws IOException {
    next();
    next();
    int b = next();
    while (b != SqlBytes.END) {
      if (b == '*' && peek() == '/') {
        skip();
        return true;
      }
      b = next();
    }
    return false;
  }

  private boolean fill() throws IOException {
    base += end;
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  /** Reads on behind what is in sight. */
  private boolean more() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    base += at;
    end -= at;
    at = 0;
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
