package dev.bookplate.extract.page;

/**
 * Reads a page in one pass, without building a tree. What it gives is, to the character, what the
 * tree of jsoup gives; where it cannot be certain of that, it gives nothing.
 */
public final class QuickPage {
  private QuickPage() {}

  /**
   * The text of a page.
   *
   * @param claims gets what its head says of it
   * @throws Uncertain about what the page holds: it is to be parsed as a tree, and what the claims
   *     hold by then is to be dropped
   */
  public static String read(String page, PageClaims claims) throws Uncertain {
    if (page.indexOf('\0') >= 0 || page.indexOf('\uFFFF') >= 0) {
      throw new Uncertain("characters that jsoup takes for its own");
    }
    StringBuilder out = new StringBuilder(page.length() / 2);
    new PageTokens(page, new PageFlow(new Lines(out), claims)).read();
    return out.toString();
  }
}
