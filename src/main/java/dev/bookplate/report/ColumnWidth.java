package dev.bookplate.report;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a code point takes: 0, 1 or 2, after Unicode's annex 11. */
public final class ColumnWidth {
  private ColumnWidth() {}

  /** Columns of one code point. */
  static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> wide(c) ? 2 : 1;
    };
  }

  /** Columns of a text. */
  public static int of(CharSequence text) {
    return text.codePoints().map(ColumnWidth::of).sum();
  }

  private static boolean wide(int c) {
    if (in(c, 0xFF61, 0xFFDC) || in(c, 0xFFE8, 0xFFEE)) {
      return false; // half-width forms
    }
    return in(c, 0x3000, 0x303E) // signs
        || in(c, 0x3200, 0x33FF)
        || in(c, 0xFE30, 0xFE6F) // full-width and vertical forms
        || in(c, 0xFF01, 0xFFE6)
        || in(c, 0x1F300, 0x1F64F) // emoji
        || in(c, 0x1F680, 0x1FAFF)
        || wide(UnicodeScript.of(c));
  }

  private static boolean wide(UnicodeScript script) {
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
      default -> false;
    };
  }

  private static boolean in(int c, int first, int last) {
    return first <= c && c <= last;
  }
}
