package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.Isbn;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one form of each kind of {@link Identifier}; what has no such form is none. */
public final class Numbers {
  private static final Pattern ASIN = Pattern.compile("B[0-9A-Z]{9}");
  private static final Pattern OCLC =
      Pattern.compile("(?:\\(OCOLC\\)|OCLC[\\s:#-]*)?\\s*(?:OCM|OCN|ON)?0*([1-9][0-9]{0,13})");
  private static final Pattern LCCN_SERIAL = Pattern.compile("[0-9]{1,6}");
  private static final Pattern LCCN = Pattern.compile("(?:[a-z]{0,3}[0-9]{8}|[a-z]{0,2}[0-9]{10})");
  private static final Pattern DOI =
      Pattern.compile("(?:doi:\\s*|https?://(?:dx\\.)?doi\\.org/)?(10\\.[0-9]{4,9}/\\S+)");
  private static final Pattern REGISTRATION = Pattern.compile("([A-Z]{2,3})([0-9]{1,10})");
  private static final int REGISTRATION_LENGTH = 12;

  private Numbers() {}

  /** An ISBN-10 or ISBN-13, with or without hyphens and prefix. */
  public static Optional<Identifier> isbn(String text) {
    return Isbn.parse(text).map(digits -> new Identifier(Identifier.Kind.ISBN, digits));
  }

  /** Amazon's own numbers; those that are ISBN-10s are ISBNs. */
  public static Optional<Identifier> asin(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return Optional.of(upper)
        .filter(t -> ASIN.matcher(t).matches())
        .map(t -> new Identifier(Identifier.Kind.ASIN, t))
        .or(() -> isbn(text));
  }

  /** Digits after one of WorldCat's prefixes, or bare. */
  public static Optional<Identifier> oclc(String text) {
    Matcher m = OCLC.matcher(text.strip().toUpperCase(Locale.ROOT));
    return m.matches()
        ? Optional.of(new Identifier(Identifier.Kind.OCLC, m.group(1)))
        : Optional.empty();
  }

  /**
   * Blanks and what follows a slash are left out, and the serial number behind a hyphen is filled
   * to six digits, as the Library of Congress normalises them.
   */
  public static Optional<Identifier> lccn(String text) {
    String plain = text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    int slash = plain.indexOf('/');
    plain = slash < 0 ? plain : plain.substring(0, slash);
    int hyphen = plain.indexOf('-');
    if (hyphen >= 0) {
      String serial = plain.substring(hyphen + 1);
      if (!LCCN_SERIAL.matcher(serial).matches()) {
        return Optional.empty();
      }
      plain = plain.substring(0, hyphen) + "0".repeat(6 - serial.length()) + serial;
    }
    return Optional.of(plain)
        .filter(p -> LCCN.matcher(p).matches())
        .map(p -> new Identifier(Identifier.Kind.LCCN, p));
  }

  /** With or without {@code doi:} or a resolver's address in front. */
  public static Optional<Identifier> doi(String text) {
    Matcher m = DOI.matcher(text.strip().toLowerCase(Locale.ROOT));
    return m.matches()
        ? Optional.of(new Identifier(Identifier.Kind.DOI, m.group(1)))
        : Optional.empty();
  }

  /**
   * The Copyright Office's 12 characters: {@code TX 1-234-567} is {@code TX0001234567}. The numbers
   * of before 1978 (one letter, {@code A56505}) were given out twice and have no such form.
   */
  public static Optional<Identifier> registration(String text) {
    Matcher m =
        REGISTRATION.matcher(text.replaceAll("[\\s\u2010-\u2015-]+", "").toUpperCase(Locale.ROOT));
    if (!m.matches() || m.group().length() > REGISTRATION_LENGTH) {
      return Optional.empty();
    }
    String zeros = "0".repeat(REGISTRATION_LENGTH - m.group().length());
    return Optional.of(
        new Identifier(Identifier.Kind.REGISTRATION, m.group(1) + zeros + m.group(2)));
  }

  /** Lower-case hex digits of a digest, if they are as many as it has and not all zero. */
  public static Optional<String> digest(FileFacts.Digest kind, String text) {
    String hex = text.strip().toLowerCase(Locale.ROOT);
    boolean isDigest =
        hex.length() == kind.digits()
            && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)
            && hex.chars().anyMatch(c -> c != '0');
    return isDigest ? Optional.of(hex) : Optional.empty();
  }
}
