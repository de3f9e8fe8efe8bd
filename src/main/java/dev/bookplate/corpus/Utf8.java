package dev.bookplate.corpus;

/** Checks UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
  private Utf8() {}

  /**
   * Passes over characters outside ASCII.
   *
   * @return the first ASCII byte at or after {@code from}, or {@code to}; or, where a byte breaks
   *     the rules, the complement ({@code ~index}) of the first byte of that character
   */
  static int passNonAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] < 0) {
      while (i + 8 <= to && ByteScan.isFourPairs(bytes, i)) {
        i += 8;
      }
      while (i + 2 < to && isUsualThree(bytes, i)) {
        i += 3;
      }
      if (i < to && bytes[i] < 0) {
        int length = length(bytes, i, to);
        if (length == 0) {
          return ~i;
        }
        i += length;
      }
    }
    return i;
  }

  /** Three bytes whose lead is neither E0 nor ED, which forbid some second bytes. */
  private static boolean isUsualThree(byte[] b, int i) {
    byte lead = b[i];
    return lead > (byte) 0xE0
        && lead < (byte) 0xF0
        && lead != (byte) 0xED
        && (b[i + 1] & b[i + 2]) < 0
        && ((b[i + 1] | b[i + 2]) & 0x40) == 0;
  }

  /** First byte of {@code bytes[from, to)} that is not valid, or -1. */
  static int firstInvalid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      i = passNonAscii(bytes, i, to);
      if (i < 0) {
        return ~i;
      }
    }
    return -1;
  }

  /** Bytes of the character that starts at {@code i} with a byte outside ASCII, 0 if not valid. */
  private static int length(byte[] b, int i, int to) {
    int lead = b[i] & 0xFF;
    if (lead < 0xE0) {
      return lead >= 0xC2 && i + 1 < to && continues(b[i + 1]) ? 2 : 0;
    }
    if (lead < 0xF0) {
      return i + 2 < to && secondOfThree(lead, b[i + 1] & 0xFF) && continues(b[i + 2]) ? 3 : 0;
    }
    return lead <= 0xF4
            && i + 3 < to
            && secondOfFour(lead, b[i + 1] & 0xFF)
            && continues(b[i + 2])
            && continues(b[i + 3])
        ? 4
        : 0;
  }

  private static boolean continues(byte b) {
    return b < -64;
  }

  private static boolean secondOfThree(int lead, int second) {
    int least = lead == 0xE0 ? 0xA0 : 0x80;
    int most = lead == 0xED ? 0x9F : 0xBF;
    return second >= least && second <= most;
  }

  private static boolean secondOfFour(int lead, int second) {
    int least = lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
  }
}
