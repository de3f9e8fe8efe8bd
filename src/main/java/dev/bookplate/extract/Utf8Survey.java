package dev.bookplate.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * How far bytes are UTF-8.
 *
 * @param multiByte how many characters of two bytes or more are valid
 * @param invalid how many sequences of bytes are not valid
 * @param firstInvalid offset of the first byte that is not valid, or -1
 */
record Utf8Survey(long multiByte, long invalid, long firstInvalid) {
  private static final int BUFFER = 1 << 13;

  /** Other character sets hardly ever make as many valid sequences beside so few invalid ones. */
  private static final int FEWEST_TELLING = 8;

  private static final int VALID_FOR_EACH_INVALID = 20;

  /** Looks through the whole text. */
  static Utf8Survey of(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    long multiByte = 0;
    long invalid = 0;
    long first = -1;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      multiByte += outsideAscii(out.flip());
      out.clear();
      if (result.isError()) {
        first = invalid == 0 ? in.position() : first;
        invalid++;
        in.position(in.position() + result.length());
      }
    } while (!result.isUnderflow());
    return new Utf8Survey(multiByte, invalid, first);
  }

  boolean isValid() {
    return invalid == 0;
  }

  /**
   * Whether this is UTF-8 but for a few places. One bad place is too few to make another character
   * set likely, whatever share of a short text it is.
   */
  boolean isDamaged() {
    return invalid > 0
        && multiByte >= FEWEST_TELLING
        && invalid <= Math.max(1, multiByte / VALID_FOR_EACH_INVALID);
  }

  private static int outsideAscii(CharBuffer chars) {
    int count = 0;
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      count += c >= 0x80 && !Character.isLowSurrogate(c) ? 1 : 0;
    }
    return count;
  }
}
