package dev.bookplate.books;

import dev.bookplate.catalogue.TitleWords;
import dev.bookplate.catalogue.rows.BookNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Title and author in one form: the words of the whole title, for a series' volumes differ in the
 * subtitle, and an author's last name with the first letter of the first.
 */
final class TitleKey {
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
  private static final Pattern TELLS_NOTHING =
      Pattern.compile(
          "(?i).*\\b(?:retail|epub|mobi|azw3?|pdf|e-?book|kindle|illustrated|unabridged|annotated"
              + "|revised|reprint|classics?|edition|ed|edn|auflage|ausgabe|hardcover|paperback)\\b.*");
  private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an|der|die|das|le|la|les) ");
  private static final Pattern INVERTED =
      Pattern.compile("(?i)^([^,]+), (the|an?|der|die|das|les?|la)$");
  private static final Pattern VOLUME = Pattern.compile(".*[^0-9]([0-9]{1,4})\\s*");
  private static final Pattern DATES = Pattern.compile("[0-9]{3,4}\\??\\s*-?\\s*(?:[0-9]{4}\\??)?");
  private static final Set<String> NO_ONE =
      Set.of(
          "anon", "anonymous", "unknown", "various", "various authors", "author unknown", "aa vv");
  private static final int AUTHORS = 4;
  private static final int SHORTEST = 2;

  private TitleKey() {}

  /** One for each of the first authors; none where title or author is not known. */
  static List<String> of(BookNames names) {
    String title = title(names);
    List<String> keys = new ArrayList<>();
    if (title.length() < SHORTEST) {
      return keys;
    }
    for (String author : names.authors()) {
      String name = author(author);
      if (name != null && keys.size() < AUTHORS) {
        keys.add(title + " / " + name);
      }
    }
    return keys;
  }

  private static String title(BookNames names) {
    if (names.title() == null) {
      return "";
    }
    Matcher inverted = INVERTED.matcher(names.title().strip());
    String title = inverted.matches() ? inverted.group(1) : names.title();
    String all = names.subtitle() == null ? title : title + " " + names.subtitle();
    Matcher brackets = BRACKETS.matcher(all);
    String bare =
        brackets.replaceAll(
            m ->
                TELLS_NOTHING.matcher(m.group()).matches()
                    ? " "
                    : Matcher.quoteReplacement(m.group()));
    String words = ARTICLE.matcher(TitleWords.of(bare)).replaceFirst("");
    return words + volume(words, names.series());
  }

  /** A volume that only the series tells: all volumes have the series' name as their title. */
  private static String volume(String title, String series) {
    if (series == null) {
      return "";
    }
    Matcher volume = VOLUME.matcher(series);
    boolean isSeries = ARTICLE.matcher(TitleWords.of(series)).replaceFirst("").startsWith(title);
    return isSeries && volume.matches() ? " " + volume.group(1) : "";
  }

  /** Null for no one. */
  private static String author(String author) {
    String dated = DATES.matcher(BRACKETS.matcher(author).replaceAll(" ")).replaceAll(" ");
    int comma = dated.indexOf(',');
    String last = TitleWords.of(comma < 0 ? dated : dated.substring(0, comma));
    String first = comma < 0 ? "" : TitleWords.of(dated.substring(comma + 1));
    if (comma < 0) {
      int blank = last.lastIndexOf(' ');
      first = blank < 0 ? "" : last.substring(0, blank);
      last = last.substring(blank + 1);
    }
    if (last.length() < SHORTEST
        || NO_ONE.contains((first + " " + last).strip().toLowerCase(Locale.ROOT))) {
      return null;
    }
    return first.isEmpty() ? last : last + " " + first.substring(0, first.offsetByCodePoints(0, 1));
  }
}
