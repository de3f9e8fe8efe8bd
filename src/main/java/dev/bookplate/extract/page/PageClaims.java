package dev.bookplate.extract.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.internal.StringUtil;

/** What the head of a page says of it, as it is read from the top. */
public final class PageClaims {
  private record Said(String name, String content) {}

  private final List<Said> said = new ArrayList<>();
  private String language = "";
  private String title = "";

  /** What a {@code meta} says. */
  public void meta(String name, String content) {
    said.add(new Said(name, content));
  }

  /** The language that the page as a whole is said to be in. */
  public void language(String language) {
    this.language = language;
  }

  /** The page's title, with its blanks collapsed. */
  public void title(String title) {
    this.title = title;
  }

  /** The title that jsoup makes of the text of a {@code title}. */
  static String collapsed(String text) {
    return StringUtil.normaliseWhitespace(text).trim();
  }

  /** The title; empty if there is none. */
  public String title() {
    return title;
  }

  /** The language; empty if none is named. */
  public String language() {
    return language;
  }

  /** What the first {@code meta} of the first of some names says that says anything, or null. */
  public String first(String... names) {
    for (String name : names) {
      for (Said one : said) {
        if (one.name.equalsIgnoreCase(name) && !one.content.isBlank()) {
          return one.content.strip();
        }
      }
    }
    return null;
  }
}
