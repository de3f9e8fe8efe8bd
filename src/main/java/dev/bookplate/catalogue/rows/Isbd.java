package dev.bookplate.catalogue.rows;

import java.util.regex.Pattern;

/** The marks that library records put behind a part because another one follows. */
final class Isbd {
  private static final Pattern MARKS = Pattern.compile("\\s*[/:;,=]\\s*$");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*)\\]?|([^\\[\\]]*)\\]");

  private Isbd() {}

  /** A part without them; null for nothing. */
  static String bare(String part) {
    if (part == null) {
      return null;
    }
    String bare = part.strip();
    String before;
    do {
      before = bare;
      bare = MARKS.matcher(bare).replaceFirst("");
    } while (!bare.equals(before));
    return Written.text(bare);
  }

  /** The same, without the brackets around what was found elsewhere than in the book. */
  static String unbracketed(String part) {
    String bare = bare(part);
    return bare == null || !BRACKETED.matcher(bare).matches()
        ? bare
        : bare(bare.replace("[", "").replace("]", ""));
  }

  /** A name, whose last comma and last full stop (but that of an initial) are marks too. */
  static String name(String part) {
    String bare = bare(part);
    boolean hasStop =
        bare != null && bare.endsWith(".") && bare.matches(".*\\p{Ll}{3}\\.|.*\\p{Nd}\\.");
    return hasStop ? Written.text(bare.substring(0, bare.length() - 1)) : bare;
  }
}
