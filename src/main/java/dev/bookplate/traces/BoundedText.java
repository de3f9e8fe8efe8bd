package dev.bookplate.traces;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short text that counts how often a pattern looks at it, so that no pattern can run away: the
 * count is the same on every machine.
 */
final class BoundedText implements CharSequence {
  /** Longest text, in chars. */
  static final int LONGEST = 1_000;

  private static final int MOST_LOOKS = 200_000;

  private final String text;
  private final int[] looks;

  private BoundedText(String text, int[] looks) {
    this.text = text;
    this.looks = looks;
  }

  /** A pattern looked too often. */
  static final class OverrunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverrunException() {
      super("the pattern takes too many steps", null, false, false);
    }
  }

  /**
   * The first match in a text, of which no more than {@link #LONGEST} chars are looked at, or null.
   *
   * @throws OverrunException if the pattern takes too many steps on it
   */
  static Matcher find(Pattern pattern, String text) {
    String part = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    Matcher matcher = pattern.matcher(new BoundedText(part, new int[1]));
    try {
      return matcher.find() ? matcher : null;
    } catch (StackOverflowError e) {
      // a loop over alternatives goes as deep as the text is long: as good as too many steps
      throw new OverrunException();
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks[0] > MOST_LOOKS) {
      throw new OverrunException();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.substring(start, end), looks);
  }

  @Override
  public String toString() {
    return text;
  }
}
