package dev.bookplate.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a file's path on the shelf says of the book. */
final class SourceName {
  /** A letter first, so that "Volume 1.5" keeps its number; two endings where a book is packed. */
  private static final Pattern ENDING =
      Pattern.compile(
          "(?<=[^/])(?:\\.(?:fb2|html?|txt)\\.(?:zip|gz)|\\.[A-Za-z][A-Za-z0-9]{0,4})$");

  private static final Pattern AND = Pattern.compile("\\s*;\\s*|\\s+&\\s+");

  private SourceName() {}

  /** The path without its ending: what the formats of one book have in common. */
  static String stem(String source) {
    return ENDING.matcher(source).replaceFirst("");
  }

  /** Author and title where the name is "Author - Title", else a title. */
  static Description describe(String source) {
    String stem = stem(source);
    String name = stem.substring(stem.lastIndexOf('/') + 1);
    String spaced = name.contains(" ") ? name : name.replace('_', ' ');
    int dash = spaced.indexOf(" - ");
    String author = dash < 0 ? "" : spaced.substring(0, dash).strip();
    String title = dash < 0 ? "" : spaced.substring(dash + 3).strip();
    if (author.isEmpty() || title.isEmpty()) {
      return Description.titled(spaced.isBlank() ? name : spaced.strip(), List.of());
    }
    return Description.titled(title, authors(author));
  }

  private static List<String> authors(String text) {
    return Arrays.stream(AND.split(text)).filter(a -> !a.isBlank()).toList();
  }
}
