package dev.bookplate.report.page;

/**
 * What is not parted: one code point as it is drawn.
 *
 * @param character as it is drawn, before it is mirrored
 * @param face that has it
 * @param look of it
 * @param width in ems
 */
record Atom(int character, Face face, Look look, float width) {
  boolean isSpace() {
    return character == ' ';
  }

  /** Whether it is drawn over or under the one before it in the order of reading. */
  boolean isMark() {
    return ArabicForms.isMark(character);
  }

  /** Whether a line may end before it and after it: scripts that part no words. */
  boolean isWide() {
    if (character < 0x2E80) {
      return false;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
      default -> character >= 0x3000 && character <= 0x303F;
    };
  }
}
