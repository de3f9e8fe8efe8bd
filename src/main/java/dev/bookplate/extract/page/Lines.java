package dev.bookplate.extract.page;

/**
 * Writes text as a reader of a page sees it: blocks on lines of their own, blanks collapsed as
 * browsers do. How a text is cut into pieces makes no difference.
 */
public final class Lines {
  /**
   * What elements of a name do to the text.
   *
   * @param block stand on lines of their own
   * @param cell stand apart by a blank
   * @param unseen a reader does not see what they hold
   * @param preformatted keep their blanks
   */
  public record Look(boolean block, boolean cell, boolean unseen, boolean preformatted) {
    /** Nothing. */
    public static final Look PLAIN = new Look(false, false, false, false);

    /** Whether it makes no difference where such an element begins and ends. */
    public boolean isPlain() {
      return !block && !cell && !unseen && !preformatted;
    }
  }

  private final StringBuilder out;
  private int unseen;
  private int preformatted;

  /** Appends to a text. */
  public Lines(StringBuilder out) {
    this.out = out;
  }

  /** An element begins. */
  public void open(Look look) {
    if (!look.isPlain()) {
      unseen += look.unseen ? 1 : 0;
      preformatted += look.preformatted ? 1 : 0;
      around(look);
    }
  }

  /** An element ends. */
  public void close(Look look) {
    if (!look.isPlain()) {
      unseen -= look.unseen ? 1 : 0;
      preformatted -= look.preformatted ? 1 : 0;
      around(look);
    }
  }

  private void around(Look look) {
    if (unseen > 0) {
      return;
    }
    if (look.block) {
      breakLine();
    } else if (look.cell) {
      blank();
    }
  }

  /** Whether text that comes now is not written. */
  public boolean isUnseen() {
    return unseen > 0;
  }

  /** Text in the element that began last. */
  public void text(char[] in, int start, int end) {
    if (unseen > 0) {
      return;
    }
    if (preformatted > 0) {
      out.append(in, start, end - start);
      return;
    }
    int from = start;
    char before = ' ';
    for (int i = start; i < end; i++) {
      char c = in[i];
      // true for a blank behind a word as well: the ends of words cannot be foretold, this can
      if (c + ((' ' - before) >>> 31) > ' ') {
        before = c;
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        out.append(in, from, i - from);
        blank();
        from = i + 1;
        before = ' ';
      } else {
        before = c;
      }
    }
    out.append(in, from, end - from);
  }

  private void blank() {
    char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
    if (last != '\n' && last != ' ') {
      out.append(' ');
    }
  }

  /** Ends the line, if there is one; a blank at its end goes. */
  public void breakLine() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }
}
