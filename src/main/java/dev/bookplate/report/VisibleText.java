package dev.bookplate.report;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text from outside into what may be shown as it is and what would hide or reorder something:
 * controls, bidi controls, invisible characters, lone surrogates. Those are shown by number, {@code
 * \}{@code u{202E}}, so that a reader sees what stands in the text and no display acts on it.
 */
public final class VisibleText {
  /** Scripts in which a joiner has no business, so that one is worth seeing. */
  private static final Set<UnicodeScript> NEVER_JOINED =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED,
          UnicodeScript.HAN,
          UnicodeScript.UNKNOWN);

  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final int SOFT_HYPHEN = 0xAD;

  private VisibleText() {}

  /** Takes a text apart, in order. */
  interface Sink<E extends Exception> {
    /** A stretch that may be shown as it is; line feeds and tabs are in it. */
    void plain(String text, int start, int end) throws E;

    /** One code point that must not be shown as itself. */
    void hidden(int codePoint) throws E;
  }

  /** Calls the sink for every stretch of the text. */
  static <E extends Exception> void split(String text, Sink<E> sink) throws E {
    int from = 0;
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean lineEnd = c == '\r' && next < text.length() && text.charAt(next) == '\n';
      if (lineEnd || hides(c, before)) {
        if (from < i) {
          sink.plain(text, from, i);
        }
        if (!lineEnd) {
          sink.hidden(c);
        }
        from = next;
      }
      before = c;
      i = next;
    }
    if (from < text.length()) {
      sink.plain(text, from, text.length());
    }
  }

  /** The text in one line of plain characters, line ends and tabs as spaces. */
  public static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    split(
        text,
        new Sink<RuntimeException>() {
          @Override
          public void plain(String whole, int start, int end) {
            for (int i = start; i < end; i++) {
              char c = whole.charAt(i);
              if (c == SOFT_HYPHEN) {
                out.append(number(c)); // terminals do not agree on how wide it is
              } else {
                out.append(c == '\n' || c == '\t' ? ' ' : c);
              }
            }
          }

          @Override
          public void hidden(int codePoint) {
            out.append(number(codePoint));
          }
        });
    return out.toString();
  }

  /** A code point by its number, as {@code \}{@code u{202E}}. */
  public static String number(int codePoint) {
    return "\\u{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}";
  }

  /** Whether a code point after {@code before} must not be shown as itself. */
  private static boolean hides(int c, int before) {
    if (c < 0x7F) {
      return c < ' ' && c != '\n' && c != '\t';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> formatHides(c, before);
      default -> blank(c) || nonCharacter(c) || (variation(c) && variation(before));
    };
  }

  private static boolean formatHides(int c, int before) {
    return switch (c) {
      case SOFT_HYPHEN -> false;
      case ZWNJ, ZWJ -> !joins(before);
      // signs that stand before a number or a verse, and are seen
      case 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2 -> false;
      default -> true;
    };
  }

  private static boolean joins(int before) {
    return before > 0
        && (in(before, 0x1F000, 0x1FFFF) // emoji
            || before == 0xFE0F
            || !NEVER_JOINED.contains(UnicodeScript.of(before)));
  }

  /** Letters and marks that leave no trace. */
  private static boolean blank(int c) {
    return switch (c) {
      case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> in(c, 0xE0000, 0xE00FF) || in(c, 0x180B, 0x180F);
    };
  }

  private static boolean variation(int c) {
    return in(c, 0xFE00, 0xFE0F) || in(c, 0xE0100, 0xE01EF);
  }

  /** Not allowed in XML either. */
  private static boolean nonCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || in(c, 0xFDD0, 0xFDEF);
  }

  private static boolean in(int c, int first, int last) {
    return first <= c && c <= last;
  }
}
