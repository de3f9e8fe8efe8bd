package dev.bookplate.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text as it stands in a cell of a CSV file, before any quoting. Corpus text is hostile: a
 * spreadsheet takes a cell for a formula by its first character, and control characters hide what a
 * cell says. All of it can be undone:
 *
 * <ul>
 *   <li>{@code \} is {@code \\}; control characters other than tab and line ends, characters that
 *       turn the direction of writing, and invisible separators are {@code \}{@code u} and four hex
 *       digits;
 *   <li>in a list {@code ;} is {@code \;}, and the parts are joined with {@code "; "};
 *   <li>a cell that would be taken for a formula, even behind apostrophes, gets an apostrophe in
 *       front.
 * </ul>
 */
public final class CsvCell {
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String SEPARATOR = "; ";

  private CsvCell() {}

  /** The cell of a text; null is an empty one. */
  public static String ofText(String text) {
    return text == null ? "" : guarded(escaped(text, false));
  }

  /** The cell of a list. */
  public static String ofList(List<String> parts) {
    return guarded(
        parts.stream().map(part -> escaped(part, true)).collect(Collectors.joining(SEPARATOR)));
  }

  /** Undoes {@link #ofText}; an empty cell is null. */
  public static String text(String cell) {
    return cell.isEmpty() ? null : unescaped(unguarded(cell));
  }

  /** Undoes {@link #ofList}. */
  public static List<String> list(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    String rest = unguarded(cell);
    while (!rest.isEmpty()) {
      int end = separator(rest);
      parts.add(unescaped(rest.substring(0, end)));
      rest = end == rest.length() ? "" : rest.substring(end + SEPARATOR.length());
    }
    return List.copyOf(parts);
  }

  private static String guarded(String cell) {
    return startsLikeFormula(cell) ? "'" + cell : cell;
  }

  private static String unguarded(String cell) {
    return cell.startsWith("'") && startsLikeFormula(cell) ? cell.substring(1) : cell;
  }

  /** Looks behind apostrophes, so that what was guarded and what only looks so stay apart. */
  private static boolean startsLikeFormula(String cell) {
    int i = 0;
    while (i < cell.length() && cell.charAt(i) == '\'') {
      i++;
    }
    return i < cell.length() && FORMULA_STARTS.indexOf(cell.charAt(i)) >= 0;
  }

  /**
   * A text with everything escaped that could hide or turn what it says.
   *
   * @param inList whether {@code ;} parts it from others
   */
  public static String escaped(String text, boolean inList) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || (inList && c == ';')) {
        out.append('\\').append(c);
      } else if (isHidden(c) || isLoneSurrogate(text, i)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Most texts are, and need no copy. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\\' || c == ';' || (c >= 0x7F && c < 0xA0) || c >= 0x2000) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHidden(char c) {
    return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF';
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /** Undoes {@link #escaped}. */
  public static String unescaped(String cell) {
    if (cell.indexOf('\\') < 0) {
      return cell;
    }
    StringBuilder out = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (cell.startsWith("u", i + 1)) {
        out.append((char) Integer.parseInt(cell.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(cell.charAt(++i));
      }
    }
    return out.toString();
  }

  private static int separator(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) == '\\') {
        i++;
      } else if (cell.startsWith(SEPARATOR, i)) {
        return i;
      }
    }
    return cell.length();
  }
}
