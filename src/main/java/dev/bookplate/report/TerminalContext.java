package dev.bookplate.report;

import dev.bookplate.report.MarkedQuote.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands around a passage, on both sides, for a terminal. Words that the other side does not
 * have in their place stand between marks, so that a reader sees where the sides part; what could
 * act on the terminal is shown by number.
 */
public final class TerminalContext {
  /** Words on either side of a passage; more than anybody reads, and few enough to compare. */
  public static final int MOST = 1000;

  private static final String GAP = "\u2026";

  /**
   * One side.
   *
   * @param before words before the passage, in order; the first is … where there are more
   * @param after words behind it; the last is … where there are more
   */
  public record Side(List<String> before, List<String> after) {
    /**
     * Cut out of a text.
     *
     * @param start first code point of the passage
     * @param end the code point behind it
     * @param words on either side
     */
    public static Side of(String text, int start, int end, int words) {
      String head = text.substring(0, text.offsetByCodePoints(0, start));
      String tail = text.substring(text.offsetByCodePoints(0, end));
      return new Side(last(head, words), first(tail, words));
    }

    /** A word is cut off where it is very long: no screen shows a million letters. */
    private static List<String> last(String head, int words) {
      List<String> last = new ArrayList<>();
      int at = head.length();
      while (at > 0 && last.size() < words) {
        int end = at;
        while (end > 0 && Character.isWhitespace(head.charAt(end - 1))) {
          end--;
        }
        int from = end;
        while (from > 0 && !Character.isWhitespace(head.charAt(from - 1))) {
          from--;
        }
        if (from < end) {
          last.addFirst(head.substring(from, end));
        }
        at = from;
      }
      if (!head.substring(0, at).isBlank()) {
        last.addFirst(GAP);
      }
      return last;
    }

    private static List<String> first(String tail, int words) {
      List<String> first = new ArrayList<>();
      int at = 0;
      while (at < tail.length() && first.size() < words) {
        int from = at;
        while (from < tail.length() && Character.isWhitespace(tail.charAt(from))) {
          from++;
        }
        int end = from;
        while (end < tail.length() && !Character.isWhitespace(tail.charAt(end))) {
          end++;
        }
        if (from < end) {
          first.add(tail.substring(from, end));
        }
        at = end;
      }
      if (!tail.substring(at).isBlank()) {
        first.add(GAP);
      }
      return first;
    }
  }

  private final TerminalStyle style;
  private final List<String> lines = new ArrayList<>();

  private TerminalContext(TerminalStyle style) {
    this.style = style;
  }

  /**
   * Lines of one passage.
   *
   * @param number from 1
   * @param document or null where it is not at hand
   * @param edition or null where it is not at hand
   */
  public static List<String> lines(int number, Side document, Side edition, TerminalStyle style) {
    TerminalContext context = new TerminalContext(style);
    context.write(number, document, edition);
    return context.lines;
  }

  private void write(int number, Side document, Side edition) {
    lines.add("");
    String passage = "[passage " + number + "]";
    if (document == null || edition == null) {
      boolean isDocument = edition == null;
      Side only = isDocument ? document : edition;
      lines.add(
          "Context of passage " + number + (isDocument ? " in the document" : " in the edition"));
      add(unmarked(only, passage), marks(isDocument), style.width() - 4);
      return;
    }
    lines.add("Context of passage " + number + " on both sides");
    List<Segment> left = marked(document, edition, passage);
    List<Segment> right = marked(edition, document, passage);
    if (!style.sideBySide()) {
      lines.add("  Document");
      add(left, marks(true), style.width() - 4);
      lines.add("  Edition");
      add(right, marks(false), style.width() - 4);
    } else {
      beside(left, right);
    }
    lines.add(style.faint("{+document only+} [-edition only-]"));
  }

  private TerminalColumn.Marks marks(boolean isDocument) {
    return isDocument
        ? TerminalColumn.Marks.document(style)
        : TerminalColumn.Marks.reference(style);
  }

  private void add(List<Segment> segments, TerminalColumn.Marks marks, int width) {
    for (String line : TerminalColumn.lines(segments, marks, width)) {
      lines.add(("  " + line).stripTrailing());
    }
  }

  private void beside(List<Segment> left, List<Segment> right) {
    int width = (style.width() - 7) / 2;
    List<String> one = TerminalColumn.lines(left, marks(true), width);
    List<String> other = TerminalColumn.lines(right, marks(false), width);
    String none = " ".repeat(width);
    lines.add("  Document" + " ".repeat(width - "Document".length()) + " \u2502 Edition");
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      String text = i < one.size() ? one.get(i) : none;
      String beside = i < other.size() ? other.get(i) : "";
      lines.add(("  " + text + " \u2502 " + beside).stripTrailing());
    }
  }

  private static List<Segment> unmarked(Side side, String passage) {
    List<String> words = new ArrayList<>(side.before());
    words.add(passage);
    words.addAll(side.after());
    return List.of(new Segment(String.join(" ", words), false));
  }

  private static List<Segment> marked(Side side, Side other, String passage) {
    List<Segment> segments = new ArrayList<>();
    add(side.before(), common(side.before(), other.before()), segments);
    segments.add(new Segment(passage + " ", false));
    add(side.after(), common(side.after(), other.after()), segments);
    return segments;
  }

  private static void add(List<String> words, boolean[] common, List<Segment> segments) {
    for (int from = 0; from < common.length; ) {
      int end = from;
      while (end < common.length && common[end] == common[from]) {
        end++;
      }
      segments.add(new Segment(String.join(" ", words.subList(from, end)) + " ", !common[from]));
      from = end;
    }
  }

  /** Which words of one side are in a longest sequence that the other has too. */
  private static boolean[] common(List<String> words, List<String> others) {
    List<String> one = words.stream().map(TerminalContext::folded).toList();
    List<String> other = others.stream().map(TerminalContext::folded).toList();
    int[][] longest = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int k = other.size() - 1; k >= 0; k--) {
        longest[i][k] =
            one.get(i).equals(other.get(k))
                ? longest[i + 1][k + 1] + 1
                : Math.max(longest[i + 1][k], longest[i][k + 1]);
      }
    }
    boolean[] common = new boolean[one.size()];
    int k = 0;
    for (int i = 0; i < one.size(); i++) {
      while (k < other.size() && longest[i][k] == longest[i][k + 1]) {
        k++;
      }
      if (k < other.size() && longest[i][k] > longest[i + 1][k]) {
        common[i] = true;
        k++;
      }
      common[i] |= words.get(i).equals(GAP);
    }
    return common;
  }

  /** Case and punctuation make no difference here, as they make none to what is found. */
  private static String folded(String word) {
    String letters = word.replaceAll("[^\\p{L}\\p{N}\\p{M}]", "").toLowerCase(Locale.ROOT);
    return letters.isEmpty() ? word : letters;
  }
}
