package dev.bookplate.extract.page;

/**
 * A page holds something whose outcome {@link QuickPage} does not follow: the page is to be parsed
 * as a tree. Costs no stack trace, because it is no error.
 */
public final class Uncertain extends Exception {
  private static final long serialVersionUID = 1;

  /** For want of certainty about something, such as {@code text in a table}. */
  public Uncertain(String about) {
    super(about, null, false, false);
  }
}
