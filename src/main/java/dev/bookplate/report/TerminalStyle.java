package dev.bookplate.report;

/**
 * What a terminal can show.
 *
 * @param width in columns; less than 40 is taken as 40
 * @param colour whether colours may be used; nothing is told by colour alone
 */
public record TerminalStyle(int width, boolean colour) {
  /** Takes a width that nothing fits in as 40. */
  public TerminalStyle {
    width = Math.max(40, width);
  }

  /** Whether both sides of a passage fit beside each other. */
  boolean sideBySide() {
    return width >= 100;
  }

  String bold(String text) {
    return colour && !text.isEmpty() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  String faint(String text) {
    return colour && !text.isEmpty() ? "\u001b[2m" + text + "\u001b[0m" : text;
  }
}
