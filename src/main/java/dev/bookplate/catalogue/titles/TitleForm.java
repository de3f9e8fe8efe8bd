package dev.bookplate.catalogue.titles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title in its parts, as words of {@link Latin}. What says nothing of the work is left out: an
 * article at the start, editions, bindings, "a novel".
 *
 * @param main the title without its subtitle
 * @param rest the subtitle, or the other title behind "or"
 * @param numbers of volumes, parts and books, as digits behind the first letter of what they count,
 *     those that stand in the subtitle, and what it says of a {@link Companions} book
 */
record TitleForm(List<String> main, List<String> rest, Set<String> numbers) {
  private static final Pattern RESPONSIBLE = Pattern.compile("\\s/\\s.*", Pattern.DOTALL);
  private static final Pattern SUBTITLE =
      Pattern.compile(
          "[:;(\\[]|\\.\\s|\\s[-\u2013\u2014]+\\s|\u2014|,?\\s+[Oo]r,\\s|,\\s+[Oo]r\\s");

  /** One of these stands in whatever parts a title. */
  private static final String SIGNS = ":;([.,-\u2013\u2014";

  /** One of these words stands in whatever is left out of a title. */
  private static final Set<String> SAYING =
      Set.of(
          ("vol volume vols volumes v part parts pt book books bk bd band teil tome t tomo issue"
                  + " series edition ed edn auflage print unabridged illustrated annotated retail"
                  + " ebook epub pdf gutenberg novel romance roman format junior")
              .split(" ", -1));

  private static final String ORDINAL =
      "(?:[0-9]+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|new|rev|revised|enlarged"
          + "|expanded|updated|illustrated|annotated|abridged|unabridged|complete|deluxe|special"
          + "|anniversary|classic|modern|large print|library|kindle|reprint|critical|student)";
  private static final Pattern EDITION =
      Pattern.compile(
          "\\b(?:the )?(?:"
              + ORDINAL
              + " (?:and )?){1,3}(?:edition|ed|edn|auflage)\\b|\\bfolio"
              + " format$|\\bjunior$|\\b(?:large"
              + " print|unabridged|illustrated|annotated|retail|ebook|e book|epub|pdf|project"
              + " gutenberg)$|\\ba (?:novel|romance)$|\\b(?:ein roman|roman)$");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\b(vol|volume|vols|volumes|v|part|parts|pt|book|bk|bd|band|teil|tome|t|tomo|issue)"
              + " ((?:the )?(?:[0-9]{1,4}|[ivxl]{1,7}|first|second|third|fourth|fifth|sixth|one|two"
              + "|three|four|five|six))\\b(?: of (?:[0-9]+|[ivx]+|two|three|four|five|six))?");
  private static final Pattern SERIAL =
      Pattern.compile("\\b(first|second|third|fourth|fifth) (?:series|part|volume|book)\\b");
  private static final Pattern IN_VOLUMES =
      Pattern.compile("\\b(?:complete )?in (?:[a-z]+|[0-9]+) (?:vols?|volumes|parts|books)\\b");
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "l", "un", "une",
          "el", "los", "las", "il", "lo", "gli", "i", "o", "os", "as", "de", "het", "een", "den",
          "det", "en", "et");
  private static final List<String> COUNT =
      List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final List<String> ORDER =
      List.of("", "first", "second", "third", "fourth", "fifth", "sixth");

  /** Of a title and a subtitle, which may be null. */
  static TitleForm of(String title, String subtitle) {
    String bare = title.indexOf('/') < 0 ? title : RESPONSIBLE.matcher(title).replaceFirst("");
    Set<String> numbers = new TreeSet<>();
    String[] parts = parts(bare);
    List<String> main = plain(parts[0], numbers);
    List<String> rest = new ArrayList<>(plain(parts[1], numbers));
    if (subtitle != null && !subtitle.isBlank()) {
      rest.addAll(plain(subtitle, numbers));
    }
    rest.stream().filter(w -> Character.isDigit(w.charAt(0))).forEach(numbers::add);
    numbers.addAll(Companions.of(rest));
    if (main.isEmpty()) {
      return new TitleForm(withoutArticle(rest), List.of(), numbers);
    }
    return new TitleForm(withoutArticle(main), List.copyOf(rest), numbers);
  }

  /** What is before the first sign of a subtitle, if that is a title at all, and the rest. */
  private static String[] parts(String title) {
    if (title.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
      return new String[] {title, ""};
    }
    Matcher cut = SUBTITLE.matcher(title);
    while (cut.find()) {
      String before = title.substring(0, cut.start());
      // "Mr. Polly", "St. Ives", "J. R."
      boolean isShort = before.substring(before.lastIndexOf(' ') + 1).length() < 4;
      boolean isAbbreviation = cut.group().startsWith(".") && isShort;
      if (!isAbbreviation && !Latin.words(before).isEmpty()) {
        return new String[] {before, title.substring(cut.end())};
      }
    }
    return new String[] {title, ""};
  }

  private static List<String> plain(String part, Set<String> numbers) {
    List<String> all = part.isEmpty() ? List.of() : Latin.words(part);
    if (all.stream().noneMatch(SAYING::contains)) {
      return all;
    }
    String words = String.join(" ", all);
    words = IN_VOLUMES.matcher(words).replaceAll(" ");
    Matcher numbered = NUMBERED.matcher(words);
    while (numbered.find()) {
      numbers.add(counted(numbered.group(1)) + digits(numbered.group(2)));
    }
    words = numbered.replaceAll(" ");
    Matcher serial = SERIAL.matcher(words);
    while (serial.find()) {
      numbers.add("s" + digits(serial.group(1)));
    }
    words = EDITION.matcher(serial.replaceAll(" ")).replaceAll(" ").strip();
    return words.isEmpty() ? List.of() : List.of(words.split(" +", -1));
  }

  private static String counted(String word) {
    return switch (word) {
      case "part", "parts", "pt", "teil" -> "p";
      case "book", "bk" -> "b";
      default -> "v";
    };
  }

  private static String digits(String number) {
    String plain = number.startsWith("the ") ? number.substring(4) : number;
    if (COUNT.contains(plain)) {
      return Integer.toString(COUNT.indexOf(plain));
    } else if (ORDER.contains(plain)) {
      return Integer.toString(ORDER.indexOf(plain));
    } else if (Character.isDigit(plain.charAt(0))) {
      return plain.replaceFirst("^0+(?=.)", "");
    }
    return Integer.toString(roman(plain.toUpperCase(Locale.ROOT)));
  }

  private static int roman(String numeral) {
    int value = 0;
    int before = 0;
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int digit =
          switch (numeral.charAt(i)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            default -> 50;
          };
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return value;
  }

  private static List<String> withoutArticle(List<String> words) {
    boolean hasOne = words.size() > 1 && ARTICLES.contains(words.get(0));
    return List.copyOf(hasOne ? words.subList(1, words.size()) : words);
  }

  /** Main title and subtitle. */
  List<String> all() {
    List<String> all = new ArrayList<>(main);
    all.addAll(rest);
    return all;
  }

  /** What equal main titles have in common, for looking them up. */
  String key() {
    return String.join(" ", main.stream().map(Latin::sound).toList());
  }
}
