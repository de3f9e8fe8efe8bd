package dev.bookplate.traces;

import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Numbers;
import java.util.Optional;

/**
 * Ten or thirteen characters that should be an ISBN.
 *
 * <p>One character that is no digit is repaired where the check digit leaves one digit for it, and
 * that digit is one that it is misread for. A digit that was read as another digit is not repaired:
 * some ten other numbers would be as right.
 *
 * @param identifier that they are
 * @param repaired whether a character was repaired
 */
record IsbnReading(Identifier identifier, boolean repaired) {
  /** What engines read for digits, beside the digit. */
  private static final String CONFUSED = "O0o0Q0D0I1l1i1|1!1]1Z2z2A4S5s5$5G6b6B8&8g9q9\u00D7X";

  /** What stands for a character that could not be read. */
  private static final String UNREADABLE = "?*_#\u25A0\u25A1\uFFFD";

  /** All characters that may stand in the place of a digit, for a class of a pattern. */
  static final String CLASS = "0-9OoQDIli|!\\]ZzASs$GbB&gq\u00D7?*_#\u25A0\u25A1\uFFFD";

  /** Of characters without what separates them. */
  static Optional<IsbnReading> of(String characters) {
    int wrong = -1;
    int last = characters.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = characters.charAt(i);
      boolean isCheckX = last == 9 && i == last && (c == 'X' || c == 'x');
      if ((c < '0' || c > '9') && !isCheckX) {
        if (wrong >= 0) {
          return Optional.empty();
        }
        wrong = i;
      }
    }
    return wrong < 0
        ? Numbers.isbn(characters).map(n -> new IsbnReading(n, false))
        : repair(characters, wrong);
  }

  private static Optional<IsbnReading> repair(String characters, int wrong) {
    Identifier only = null;
    for (char digit : candidates(characters.charAt(wrong)).toCharArray()) {
      if (digit == 'X' && wrong != 9) {
        continue;
      }
      String tried = characters.substring(0, wrong) + digit + characters.substring(wrong + 1);
      Optional<Identifier> number = Numbers.isbn(tried);
      if (number.isPresent() && only != null) {
        return Optional.empty();
      }
      only = number.orElse(only);
    }
    return Optional.ofNullable(only).map(n -> new IsbnReading(n, true));
  }

  private static String candidates(char c) {
    if (UNREADABLE.indexOf(c) >= 0) {
      return "0123456789X";
    }
    for (int i = 0; i < CONFUSED.length(); i += 2) {
      if (CONFUSED.charAt(i) == c) {
        return CONFUSED.substring(i + 1, i + 2);
      }
    }
    return "";
  }
}
