package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes as text, five characters for four of them: ZeroMQ's RFC 32. */
final class Z85 {
  private static final String DIGITS =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  private Z85() {}

  static byte[] decode(String text) throws IOException {
    if (text.length() % 5 != 0) {
      throw new IOException("a text of " + text.length() + " characters is no Z85");
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() / 5 * 4);
    for (int i = 0; i < text.length(); i += 5) {
      long value = 0;
      for (int k = 0; k < 5; k++) {
        int digit = DIGITS.indexOf(text.charAt(i + k));
        if (digit < 0) {
          throw new IOException("the character " + (i + k) + " is not of Z85");
        }
        value = value * 85 + digit;
      }
      if (value > 0xFFFFFFFFL) {
        throw new IOException("a number of Z85 is too large");
      }
      bytes.putInt((int) value);
    }
    return bytes.array();
  }
}
