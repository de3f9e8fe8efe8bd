package dev.bookplate.report.page;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** No font at hand has some of the characters that are to be shown. */
public final class MissingGlyphsException extends IOException {
  private static final long serialVersionUID = 1;
  private static final int NAMED = 8;

  /**
   * Names the first of them.
   *
   * @param missing code points and how often each is wanted
   */
  MissingGlyphsException(Map<Integer, Long> missing) {
    super(
        String.format(
            Locale.ROOT,
            "%d characters of the scripts %s have no glyph in any font at hand, such as %s: name a"
                + " folder with a TrueType font that has them (--fonts DIR), or leave the"
                + " quotations out (--redact all).",
            missing.size(),
            missing.keySet().stream()
                .map(c -> Character.UnicodeScript.of(c).toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ")),
            missing.keySet().stream()
                .limit(NAMED)
                .map(c -> String.format(Locale.ROOT, "U+%04X", c))
                .collect(Collectors.joining(", "))));
  }
}
