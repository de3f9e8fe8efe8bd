package dev.bookplate.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.internal.StringUtil;

/** What the head of a page says of it, as it is read from the top. */
final class PageClaims {
  private record Said(String name, String content) {}

  private final List<Said> said = new ArrayList<>();
  private String language = "";
  private String title = "";

  /** What a {@code meta} says. */
  void meta(String name, String content) {
    said.add(new Said(name, content));
  }

  /** The language that the page as a whole is said to be in. */
  void language(String language) {
    this.language = language;
  }

  /** The page's title, with its blanks collapsed. */
  void title(String title) {
    this.title = title;
  }

  /** The title that jsoup makes of the text of a {@code title}. */
  static String collapsed(String text) {
    return StringUtil.normaliseWhitespace(text).trim();
  }

  /** All of it. */
  Extracted.Metadata metadata() {
    String author = first("author", "dc.creator");
    String generator = first("generator");
    return new Extracted.Metadata(
        title.isBlank() ? first("dc.title") : title,
        author == null ? List.of() : List.of(author),
        List.of(),
        language.isBlank() ? null : language,
        first("dc.publisher", "publisher"),
        first("dc.date", "date"),
        first("dc.rights", "copyright"),
        generator == null
            ? Stamps.NONE
            : new Stamps(List.of(new Stamps.Statement("generator", generator)), List.of()));
  }

  private String first(String... names) {
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
