package dev.bookplate.traces;

import dev.bookplate.origin.Utf8Text;

/**
 * Front and back matter of a text: its first and its last {@link #LENGTH} code points. A text that
 * is no longer than both is all front.
 *
 * @param text the whole
 * @param frontEnd byte behind the front
 * @param backStart first byte of the back; the end of the text where all is front
 */
record Windows(Utf8Text text, int frontEnd, int backStart) {
  /** Some 10 printed pages, in code points. */
  static final int LENGTH = 20_000;

  static Windows of(Utf8Text text) {
    int frontEnd = text.length() <= 2 * LENGTH ? text.end() : forward(text);
    int backStart = frontEnd == text.end() ? frontEnd : back(text);
    return backStart <= frontEnd
        ? new Windows(text, text.end(), text.end())
        : new Windows(text, frontEnd, backStart);
  }

  private static int forward(Utf8Text text) {
    int left = LENGTH;
    int at = text.offset();
    while (at < text.end()) {
      if (isStart(text.bytes()[at]) && left-- == 0) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static int back(Utf8Text text) {
    int left = LENGTH;
    int at = text.end();
    while (at > text.offset() && left > 0) {
      at--;
      left -= isStart(text.bytes()[at]) ? 1 : 0;
    }
    return at;
  }

  /** Bytes that go on with a code point are the only ones below -64. */
  private static boolean isStart(byte b) {
    return b >= -64;
  }

  /** Where in the text a byte is. */
  Place place(int at) {
    return at < frontEnd ? Place.FRONT : at < backStart ? Place.BODY : Place.BACK;
  }
}
