package dev.bookplate.extract;

/** Numbers of front matter, in small letters. */
final class RomanNumber {
  private static final String LETTERS = "ivxlc";
  private static final int[] VALUES = {1, 5, 10, 50, 100};

  private RomanNumber() {}

  /** The number, or -1 where the letters are none. */
  static int of(String letters) {
    int sum = 0;
    int last = 0;
    for (int i = letters.length() - 1; i >= 0; i--) {
      int which = LETTERS.indexOf(letters.charAt(i));
      if (which < 0) {
        return -1;
      }
      int value = VALUES[which];
      sum += value < last ? -value : value;
      last = Math.max(last, value);
    }
    return sum;
  }
}
