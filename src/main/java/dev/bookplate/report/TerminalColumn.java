package dev.bookplate.report;

import dev.bookplate.report.MarkedQuote.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a passage, broken into lines of a terminal. What differs stands between marks, and in
 * colour where that is allowed.
 */
final class TerminalColumn {
  /**
   * How differences are shown.
   *
   * @param open before them
   * @param close after them
   * @param colour escape sequence that starts the colour, or an empty string
   */
  record Marks(String open, String close, String colour) {
    static Marks document(TerminalStyle style) {
      return new Marks("{+", "+}", style.colour() ? "\u001b[32m" : "");
    }

    static Marks reference(TerminalStyle style) {
      return new Marks("[-", "-]", style.colour() ? "\u001b[31m" : "");
    }
  }

  /**
   * What is not broken over lines.
   *
   * @param spaceBefore whether a space stands before it within a line
   * @param mayStartLine whether a line may be broken before it
   */
  private record Token(String text, boolean differs, boolean spaceBefore, boolean mayStartLine) {
    int width() {
      return ColumnWidth.of(text) + (spaceBefore ? 1 : 0);
    }
  }

  private final Marks marks;
  private final int width;
  private final List<Token> tokens = new ArrayList<>();
  private boolean space;

  private TerminalColumn(Marks marks, int width) {
    this.marks = marks;
    this.width = width;
  }

  /** Lines, each padded to the width. */
  static List<String> lines(List<Segment> segments, Marks marks, int width) {
    TerminalColumn column = new TerminalColumn(marks, width);
    for (Segment segment : segments) {
      column.add(segment);
    }
    return column.wrap();
  }

  private void add(Segment segment) {
    String text = VisibleText.oneLine(segment.text());
    String trimmed = text.strip();
    space |= !text.isEmpty() && Character.isWhitespace(text.codePointAt(0));
    if (!trimmed.isEmpty()) {
      boolean spaceAfter = Character.isWhitespace(text.codePointBefore(text.length()));
      String marked = segment.differs() ? marks.open() + trimmed + marks.close() : trimmed;
      for (String word : marked.split("\\s+", -1)) {
        addWord(word, segment.differs());
        space = true;
      }
      space = spaceAfter;
    }
  }

  /** A word is one token; where scripts have no spaces, or it is too wide, it is several. */
  private void addWord(String word, boolean differs) {
    int from = 0;
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean full = ColumnWidth.of(word.subSequence(from, next)) > width - 1;
      if (i > from && (full || ColumnWidth.of(c) == 2)) {
        addToken(word.substring(from, i), differs);
        from = i;
      }
      i = next;
    }
    addToken(word.substring(from), differs);
  }

  private void addToken(String text, boolean differs) {
    boolean wide = ColumnWidth.of(text.codePointAt(0)) == 2;
    tokens.add(new Token(text, differs, space, space || wide || tokens.isEmpty()));
    space = false;
  }

  private List<String> wrap() {
    List<String> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    int used = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      // what cannot start a line goes with what it follows, unless even that is too wide
      int needed = token.mayStartLine() ? widthUntilNextBreak(i) : token.width();
      if (!line.isEmpty() && used + needed > width) {
        lines.add(render(line));
        line.clear();
        used = 0;
      }
      Token placed = line.isEmpty() ? new Token(token.text(), token.differs(), false, true) : token;
      line.add(placed);
      used += placed.width();
    }
    if (!line.isEmpty()) {
      lines.add(render(line));
    }
    return lines;
  }

  private int widthUntilNextBreak(int first) {
    int needed = tokens.get(first).width();
    for (int i = first + 1; i < tokens.size() && !tokens.get(i).mayStartLine(); i++) {
      needed += tokens.get(i).width();
    }
    return needed;
  }

  private String render(List<Token> line) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    boolean coloured = false;
    for (Token token : line) {
      if (coloured && !token.differs()) {
        out.append(colour(false));
      }
      out.append(token.spaceBefore() ? " " : "");
      if (token.differs() && !coloured) {
        out.append(colour(true));
      }
      coloured = token.differs();
      out.append(token.text());
      used += token.width();
    }
    if (coloured) {
      out.append(colour(false));
    }
    return out.append(" ".repeat(Math.max(0, width - used))).toString();
  }

  private String colour(boolean on) {
    if (marks.colour().isEmpty()) {
      return "";
    }
    return on ? marks.colour() : "\u001b[0m";
  }
}
