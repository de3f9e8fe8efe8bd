package dev.bookplate.text;

/**
 * Finds text whose letters are set apart, {@code l i k e t h i s}: there single letters make a word
 * as long as one blank parts them.
 */
final class LetterSpacing {
  /** Single letters in a row that are no accident. */
  private static final int LEAST = 6;

  private static final int MAX_BLANKS = 8;

  private LetterSpacing() {}

  /**
   * Where the stretch of single characters ends that starts at a letter; minus that where it has
   * too few letters, as no stretch within it has enough then. {@code I} and {@code a} in plain text
   * cost a look at the next word's second letter.
   */
  static int end(byte[] bytes, int start, int limit) {
    int letters = 0;
    int p = start;
    int end = start;
    while (p < limit) {
      int c = CodePoints.at(bytes, p);
      int after = p + CodePoints.size(c);
      if (after < limit && !isBlank(bytes[after])) {
        break;
      }
      letters += isLetter(c) ? 1 : 0;
      end = after;
      p = afterBlanks(bytes, after, limit);
      if (p - after > MAX_BLANKS) {
        break;
      }
    }
    return letters >= LEAST ? end : -end;
  }

  /**
   * Where the letter stands that goes on with a word inside of such a stretch, or -1.
   *
   * @param from first byte after the letter before
   */
  static int next(byte[] bytes, int from, int limit) {
    int p = from + 1;
    if (p >= limit || !isBlank(bytes[from]) || isBlank(bytes[p])) {
      return -1;
    }
    int c = CodePoints.at(bytes, p);
    int after = p + CodePoints.size(c);
    boolean single = after >= limit || isBlank(bytes[after]);
    if (!single) {
      return -1;
    } else if (isLetter(c)) {
      return p;
    }
    return Folding.kind(Folding.code(c)) == Folding.APOSTROPHE ? next(bytes, after, limit) : -1;
  }

  private static boolean isLetter(int c) {
    int code = Folding.code(c);
    int kind = Folding.kind(code);
    return kind == Folding.SEQUENCE
        || (kind == Folding.LETTER && (Folding.letter(code) < '0' || Folding.letter(code) > '9'));
  }

  private static int afterBlanks(byte[] bytes, int from, int limit) {
    int p = from;
    while (p < limit && isBlank(bytes[p])) {
      p++;
    }
    return p;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0x0B;
  }
}
