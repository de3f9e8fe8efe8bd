package dev.bookplate.catalogue.titles;

import dev.bookplate.catalogue.rows.BookNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first lines of a text that say which book it is: titles stand on lines of their own, and the
 * author near them.
 */
public final class TitlePage {
  /** Characters of a text that hold its title page. */
  public static final int LENGTH = 4000;

  private static final int LINES = 16;
  private static final int LONGEST = 140;
  private static final int WORDS = 16;

  /** A line of prose is longer than most titles. */
  private static final int LONGEST_TITLE = 72;

  /** What begins behind a title page, alone on its line. */
  private static final Set<String> HEADINGS =
      Set.of(
          "contents",
          "table of contents",
          "preface",
          "introduction",
          "foreword",
          "prologue",
          "dedication",
          "i",
          "chapter i",
          "chapter 1",
          "chapter one",
          "inhalt",
          "vorwort",
          "table des matieres");

  /** What stands over lists of other books. */
  private static final List<String> LISTS =
      List.of(
          "by the same author",
          "also by",
          "other books by",
          "other works by",
          "other titles by",
          "du m\u00EAme auteur",
          "vom selben autor",
          "vom selben verfasser");

  private static final Pattern BY = Pattern.compile("(?i)(.{2,}?),?\\s+(?:by|von)\\s+(\\S.{2,})");
  private static final Pattern ONLY_BY =
      Pattern.compile("(?i)(?:(?:written )?by|von|par|author:)\\s+(\\S.{2,})");
  private static final Pattern ALONE_BY = Pattern.compile("(?i)(?:written )?(?:by|von|par)\\W*");
  private static final Pattern NAMED = Pattern.compile("(?i)title:\\s*(\\S.*)");
  private static final Pattern GUTENBERG =
      Pattern.compile(
          "(?i)(?:\\*+\\s*start of )?(?:the )?project gutenberg(?:'s)?(?: e-?(?:book|text))?(?:"
              + " of)? (.*)");

  /**
   * A title that stands on the page.
   *
   * @param names title, and authors where the same line names them
   * @param quote the line or lines
   * @param start code points of the text before it
   */
  public record Titled(BookNames names, String quote, int start) {}

  private record Line(String text, String lower, int start) {}

  private final List<Line> lines;
  private List<List<String>> words;

  private TitlePage(List<Line> lines) {
    this.lines = lines;
  }

  /** The words of each line; worked out when the first title was found. */
  private List<List<String>> words() {
    if (words == null) {
      words =
          lines.stream()
              .map(line -> Latin.words(line.text).stream().map(Latin::sound).toList())
              .toList();
    }
    return words;
  }

  /** Authors that the page names as such. */
  private List<PersonName> named() {
    List<PersonName> named = new ArrayList<>();
    String before = "";
    for (Line line : lines) {
      // the name may be on the next line
      String text = ALONE_BY.matcher(before).matches() ? "by " + line.text : line.text;
      before = line.text;
      Matcher by = ONLY_BY.matcher(text);
      PersonName name = by.matches() ? PersonName.of(by.group(1)) : null;
      if (name != null) {
        named.add(name);
      }
    }
    return named;
  }

  /** Of the start of a text. */
  public static TitlePage of(String start) {
    List<Line> lines = new ArrayList<>();
    int points = 0;
    for (String line : start.split("\n", -1)) {
      String text = line.strip();
      boolean mayBeTitle = text.length() <= LONGEST;
      String lower = mayBeTitle ? text.toLowerCase(Locale.ROOT) : null;
      if (lines.size() == LINES || mayBeTitle && isEnd(lower)) {
        break;
      }
      if (!text.isEmpty() && mayBeTitle) {
        lines.add(new Line(text, lower, points));
      } else if (text.length() > LONGEST && !lines.isEmpty()) {
        break;
      }
      points += line.codePointCount(0, line.length()) + 1;
    }
    return new TitlePage(lines);
  }

  private static boolean isEnd(String lower) {
    return LISTS.stream().anyMatch(lower::contains)
        || lower.length() < 24 && HEADINGS.contains(String.join(" ", Latin.words(lower)));
  }

  /** All that may be a title, in the page's order. */
  public List<Titled> titles() {
    List<Titled> titles = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String text = bare(line);
      Matcher by = BY.matcher(text);
      if (hasBy(text, line) && by.matches()) {
        add(by.group(1), List.of(by.group(2)), line.text, line.start, titles);
      }
      add(text, List.of(), line.text, line.start, titles);
      if (i + 1 < lines.size()) {
        String next = lines.get(i + 1).text;
        add(text + " " + next, List.of(), line.text + " / " + next, line.start, titles);
      }
    }
    return titles;
  }

  private static boolean hasBy(String text, Line line) {
    String lower = text.equals(line.text) ? line.lower : text.toLowerCase(Locale.ROOT);
    return lower.contains("by ") || lower.contains("von ");
  }

  private static String bare(Line line) {
    String text = line.text;
    if (text.indexOf(':') < 0 && !line.lower.contains("gutenberg")) {
      return text;
    }
    Matcher title = NAMED.matcher(text);
    if (title.matches()) {
      return title.group(1);
    }
    Matcher ours = GUTENBERG.matcher(text);
    return ours.matches() && !ours.group(1).isBlank() ? ours.group(1) : text;
  }

  private static void add(
      String title, List<String> authors, String quote, int start, List<Titled> titles) {
    // titles begin large; most lines of prose that stand at a line's start do not
    boolean isProse = title.length() > LONGEST_TITLE || Character.isLowerCase(title.codePointAt(0));
    int count = isProse ? 0 : Latin.words(title).size();
    if (count > 0 && count <= WORDS) {
      BookNames names = new BookNames(title, null, authors, null, null, null, null);
      titles.add(new Titled(names, quote, start));
    }
  }

  /** How well a title of the page, and the page's authors, fit a book of a catalogue. */
  public NameScore score(Titled titled, BookNames row) {
    return NameScore.of(titled.names, row, author(row.authors()));
  }

  private NameScore.Author author(List<String> authors) {
    List<PersonName> row = PersonName.writers(authors);
    if (row.stream().anyMatch(name -> words().stream().anyMatch(name::standsIn))) {
      return NameScore.Author.AGREES;
    }
    boolean isOther = !row.isEmpty() && !named().isEmpty();
    return isOther ? NameScore.Author.DIFFERS : NameScore.Author.UNKNOWN;
  }
}
