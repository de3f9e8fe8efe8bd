package dev.bookplate.report.load;

import java.util.Locale;

/**
 * Numbers given out one after the other, without a gap.
 *
 * @param prefix letters, digits, points, hyphens and underscores; may end in no digit
 * @param width digits, filled with zeros
 * @param start first number
 */
public record BatesNumbers(String prefix, int width, long start) {
  /** Refuses what cannot stand in a file's name or be counted on. */
  public BatesNumbers {
    if (!prefix.matches("[A-Za-z][A-Za-z0-9._-]{0,30}") || prefix.matches(".*[0-9]")) {
      throw new IllegalArgumentException(
          "the prefix "
              + prefix
              + " must begin with a letter, hold letters, digits, points, hyphens and underscores,"
              + " and not end in a digit");
    }
    if (width < 4 || width > 12) {
      throw new IllegalArgumentException("numbers have 4 to 12 digits, not " + width);
    }
    if (start < 1) {
      throw new IllegalArgumentException("numbers start at 1 or above, not " + start);
    }
  }

  /**
   * A number as it is printed.
   *
   * @throws IllegalArgumentException if it has more digits than there is room for
   */
  public String of(long number) {
    String digits = String.format(Locale.ROOT, "%0" + width + "d", number);
    if (digits.length() > width) {
      throw new IllegalArgumentException(
          number + " has more than " + width + " digits: export again with more --bates-width");
    }
    return prefix + digits;
  }

  /**
   * The same.
   *
   * @throws ProductionException if it has more digits than there is room for
   */
  public String numbered(long number) throws ProductionException {
    try {
      return of(number);
    } catch (IllegalArgumentException e) {
      throw new ProductionException(e.getMessage());
    }
  }
}
