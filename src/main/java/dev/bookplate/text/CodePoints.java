package dev.bookplate.text;

/** Decodes valid UTF-8. */
final class CodePoints {
  private CodePoints() {}

  /** The code point that starts at a byte. */
  static int at(byte[] bytes, int p) {
    int b = bytes[p];
    if (b >= 0) {
      return b;
    } else if (b < (byte) 0xE0) {
      return ((b & 0x1F) << 6) | tail(bytes, p + 1);
    } else if (b < (byte) 0xF0) {
      return ((b & 0x0F) << 12) | (tail(bytes, p + 1) << 6) | tail(bytes, p + 2);
    }
    return ((b & 0x07) << 18)
        | (tail(bytes, p + 1) << 12)
        | (tail(bytes, p + 2) << 6)
        | tail(bytes, p + 3);
  }

  private static int tail(byte[] bytes, int p) {
    return bytes[p] & 0x3F;
  }

  /** Bytes of a code point. */
  static int size(int c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
}
