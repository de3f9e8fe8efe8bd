package dev.bookplate.corpus;

import java.util.Locale;

/** Text as it stands in a JSON string. */
final class JsonText {
  private JsonText() {}

  /**
   * The inside of a string.
   *
   * @param ascii whether what is not ASCII is escaped as well
   */
  static String escaped(String text, boolean ascii) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ' || (ascii && c > '~')) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
