package dev.bookplate.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of {@link WordScanner} once more, over strings and one code point at a time: slow, and
 * plain enough to be believed. Scripts that are cut into clusters are left out.
 */
final class SlowWords {
  /**
   * A word.
   *
   * @param letters folded
   * @param start first byte
   * @param end first byte after
   */
  record Word(String letters, int start, int end) {}

  /**
   * A hyphen at a line end.
   *
   * @param word ordinal
   * @param left letters before, or null where the words stay two
   * @param right letters behind, or null
   */
  record Hyphen(int word, String left, String right) {}

  private static final String BLANKS = " \n\r\t\f\u000B";

  private final int[] points;
  private final int[] bytes;
  private final List<Word> words = new ArrayList<>();
  private final List<Hyphen> hyphens = new ArrayList<>();

  SlowWords(String text) {
    points = text.codePoints().toArray();
    bytes = new int[points.length + 1];
    for (int i = 0; i < points.length; i++) {
      String one = Character.toString(points[i]);
      bytes[i + 1] = bytes[i] + one.getBytes(StandardCharsets.UTF_8).length;
    }
    int i = 0;
    while (i < points.length) {
      i = isLetter(i) ? word(i) : i + 1;
    }
  }

  List<Word> words() {
    return words;
  }

  List<Hyphen> hyphens() {
    return hyphens;
  }

  /** Folded letters of a word that is written like that. */
  private static String rule(int c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c)
          ? "L " + Integer.toHexString(Character.toLowerCase(c))
          : c == '\'' || c == '`' ? "A" : c == '-' ? "H" : "";
    }
    String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
    return hangul ? "L" + hex(apart) : FoldingTable.rule(c);
  }

  private static String hex(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(' ').append(Integer.toHexString(c)));
    return out.toString();
  }

  private boolean isLetter(int i) {
    return i < points.length && rule(points[i]).matches("[LC] .*");
  }

  private String folded(int i) {
    StringBuilder out = new StringBuilder();
    String[] parts = rule(points[i]).split(" ", -1);
    for (int p = 1; p < parts.length; p++) {
      out.appendCodePoint(parts[p].equals("=") ? points[i] : Integer.parseInt(parts[p], 16));
    }
    return out.toString();
  }

  /** Cuts the word that starts at a letter; returns where to go on. */
  private int word(int from) {
    if (rule(points[from]).startsWith("C")) {
      return character(from);
    }
    StringBuilder letters = new StringBuilder();
    String left = null;
    int end = from;
    int i = from;
    while (i < points.length) {
      String rule = rule(points[i]);
      if (rule.startsWith("L")) {
        letters.append(folded(i));
        end = ++i;
      } else if (rule.equals("I") || rule.equals("A")) {
        i++;
      } else if (rule.equals("H")) {
        int next = afterBlanks(i + 1);
        boolean soft = points[i] == 0xAD || points[i] == 0xAC;
        if (next == i + 1) {
          if (!soft) {
            if (isLetter(next) && rule(points[next]).startsWith("L")) {
              hyphens.add(new Hyphen(words.size(), null, null));
            }
            break;
          }
        } else if (!isLetter(next) || !rule(points[next]).startsWith("L")) {
          break;
        } else if (isLineEnd(i + 1, next) && (soft || !Character.isUpperCase(points[next]))) {
          left = left == null ? letters.toString() : left;
        } else {
          hyphens.add(new Hyphen(words.size(), null, null));
          break;
        }
        i = next;
      } else {
        break;
      }
    }
    if (left != null) {
      hyphens.add(new Hyphen(words.size(), left, letters.substring(left.length())));
    }
    words.add(new Word(letters.toString(), bytes[from], bytes[end]));
    return end;
  }

  private int character(int from) {
    int end = from + 1;
    while (end < points.length
        && points[end] >= 0x80
        && rule(points[end]).equals("I")
        && Character.getType(points[end]) != Character.FORMAT) {
      end++;
    }
    words.add(new Word(folded(from), bytes[from], bytes[end]));
    return end;
  }

  private int afterBlanks(int from) {
    int i = from;
    while (i < points.length && i - from < 64 && BLANKS.indexOf(points[i]) >= 0) {
      i++;
    }
    return i;
  }

  private boolean isLineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (points[i] == '\n' || points[i] == '\r') {
        return true;
      }
    }
    return false;
  }
}
