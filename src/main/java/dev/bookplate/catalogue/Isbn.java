package dev.bookplate.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** International Standard Book Numbers (ISO 2108), old and new, as one form: 13 digits. */
public final class Isbn {
  private static final Pattern PREFIX =
      Pattern.compile("^(?:urn:)?isbn(?:[ -]?1[03](?=[:\\s]))?[:\\s]*");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\u00A0\u2010-\u2015\u2212-]+");
  private static final Pattern TEN = Pattern.compile("[0-9]{9}[0-9x]");
  private static final Pattern THIRTEEN = Pattern.compile("97[89][0-9]{10}");
  private static final Pattern ONE_DIGIT_ONLY = Pattern.compile("([0-9])\\1+");

  private Isbn() {}

  /**
   * The 13 digits of an ISBN-10 or ISBN-13 with a right check digit, written with or without
   * hyphens, spaces and a prefix such as {@code urn:isbn:}. Empty for all else, and for a
   * placeholder that repeats one digit.
   */
  public static Optional<String> parse(String text) {
    String digits = SEPARATORS.matcher(withoutPrefix(text)).replaceAll("");
    if (ONE_DIGIT_ONLY.matcher(digits).matches()) {
      return Optional.empty();
    }
    if (TEN.matcher(digits).matches() && checkTen(digits)) {
      return Optional.of(thirteen("978" + digits.substring(0, 9)));
    }
    return Optional.of(digits)
        .filter(d -> THIRTEEN.matcher(d).matches())
        .filter(d -> d.equals(thirteen(d.substring(0, 12))));
  }

  /** Whether a text says that it is an ISBN, right or wrong. */
  static boolean claims(String text) {
    return PREFIX.matcher(lowerCase(text)).find();
  }

  private static String withoutPrefix(String text) {
    return PREFIX.matcher(lowerCase(text)).replaceFirst("");
  }

  private static String lowerCase(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Weights 10 down to 1, and the sum a multiple of 11; X is ten. */
  private static boolean checkTen(String digits) {
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      int value = digits.charAt(i) == 'x' ? 10 : digits.charAt(i) - '0';
      sum += (10 - i) * value;
    }
    return sum % 11 == 0;
  }

  /** Twelve digits and their check digit: weights 1 and 3 in turn, up to a multiple of 10. */
  private static String thirteen(String twelve) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (twelve.charAt(i) - '0');
    }
    return twelve + (10 - sum % 10) % 10;
  }
}
