package dev.bookplate.corpus;

/**
 * Takes the escapes out of JSON strings whose escapes are valid. Keeps one buffer, so that a result
 * holds only until the next call.
 */
final class JsonStrings {
  private static final int SLACK = 8;
  private static final int REPLACEMENT = 0xFFFD;

  private byte[] out = new byte[1 << 16];
  private int length;

  /** The buffer that holds the last result, from its first byte. */
  byte[] bytes() {
    return out;
  }

  /**
   * Unescapes the inside of a string. Half a surrogate pair becomes U+FFFD.
   *
   * @return bytes of the result
   */
  int unescape(byte[] in, int from, int to) {
    int room = to - from + SLACK; // no escape is shorter than what it stands for
    if (out.length < room) {
      out = new byte[Math.max(room, (int) Math.min(2L * out.length, Integer.MAX_VALUE - SLACK))];
    }
    length = 0;
    int i = from;
    while (true) {
      int stop = ByteScan.copyToBackslash(in, i, to, out, length);
      length += stop - i;
      if (stop >= to) {
        return length;
      }
      i = escape(in, stop, to);
    }
  }

  private int escape(byte[] in, int backslash, int to) {
    byte c = in[backslash + 1];
    if (c == 'u') {
      return unicode(in, backslash, to);
    }
    out[length++] =
        switch (c) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          default -> c; // a quote, a backslash or a slash
        };
    return backslash + 2;
  }

  private int unicode(byte[] in, int backslash, int to) {
    int unit = hex(in, backslash + 2);
    int next = backslash + 6;
    if (!Character.isSurrogate((char) unit)) {
      put(unit);
      return next;
    }
    if (Character.isHighSurrogate((char) unit)
        && next + 6 <= to
        && in[next] == '\\'
        && in[next + 1] == 'u') {
      int second = hex(in, next + 2);
      if (Character.isLowSurrogate((char) second)) {
        put(Character.toCodePoint((char) unit, (char) second));
        return next + 6;
      }
    }
    put(REPLACEMENT);
    return next;
  }

  private static int hex(byte[] in, int at) {
    return (Character.digit(in[at], 16) << 12)
        | (Character.digit(in[at + 1], 16) << 8)
        | (Character.digit(in[at + 2], 16) << 4)
        | Character.digit(in[at + 3], 16);
  }

  private void put(int c) {
    if (c < 0x80) {
      out[length++] = (byte) c;
    } else if (c < 0x800) {
      out[length++] = (byte) (0xC0 | (c >> 6));
      out[length++] = tail(c);
    } else if (c < 0x10000) {
      out[length++] = (byte) (0xE0 | (c >> 12));
      out[length++] = tail(c >> 6);
      out[length++] = tail(c);
    } else {
      out[length++] = (byte) (0xF0 | (c >> 18));
      out[length++] = tail(c >> 12);
      out[length++] = tail(c >> 6);
      out[length++] = tail(c);
    }
  }

  private static byte tail(int c) {
    return (byte) (0x80 | (c & 0x3F));
  }
}
