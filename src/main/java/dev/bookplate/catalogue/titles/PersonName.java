package dev.bookplate.catalogue.titles;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's name, however it is turned and however much of it is given.
 *
 * @param family words of the family name, as they sound
 * @param given the other words, which may be letters alone
 * @param isTurned whether a comma told which is which
 * @param born year of birth, or null
 */
record PersonName(List<String> family, List<String> given, boolean isTurned, Integer born) {
  private static final Pattern BORN = Pattern.compile("\\b(1[0-9]{3}|20[0-9]{2})\\??-");

  private static final Pattern HELPER =
      Pattern.compile(
          "(?i)\\[?\\b(?:editor|translator|illustrator|commentator|annotator|ed|tr|trans|ill)\\.?\\s*[\\])]");
  private static final Pattern OTHER =
      Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]|(?:\\b[bdfca]+\\.? ?)?[0-9]{3,4}\\??-?");
  private static final Set<String> TITLES =
      Set.of(
          "sir",
          "lord",
          "lady",
          "baron",
          "count",
          "countess",
          "graf",
          "mrs",
          "mr",
          "dr",
          "prof",
          "rev",
          "saint",
          "st",
          "jr",
          "sr",
          "esq",
          "author",
          "editor",
          "translator",
          "edited",
          "translated",
          "by",
          "von",
          "van",
          "de",
          "du",
          "der",
          "den",
          "la",
          "le",
          "da",
          "di",
          "del",
          "and",
          "ii",
          "iii",
          "md",
          "phd",
          "illustrator",
          "contributor",
          "comte",
          "baronne");
  private static final Set<String> NO_ONE =
      Set.of(
          "anon",
          "anonymous",
          "unknown",
          "various",
          "authors",
          "nobody",
          "none",
          "na",
          "calibre",
          "editors",
          "project",
          "gutenberg",
          "admin",
          "user");

  /** Those who wrote a book, without those who edited it, unless there are no others. */
  static List<PersonName> writers(List<String> authors) {
    List<String> writers = authors.stream().filter(a -> !HELPER.matcher(a).find()).toList();
    return (writers.isEmpty() ? authors : writers)
        .stream().map(PersonName::of).filter(Objects::nonNull).toList();
  }

  /** Null for what is no name. */
  static PersonName of(String author) {
    Matcher dates = BORN.matcher(author);
    Integer born = dates.find() ? Integer.valueOf(dates.group(1)) : null;
    String bare = OTHER.matcher(author).replaceAll(" ");
    int comma = bare.indexOf(',');
    List<String> first = words(comma < 0 ? bare : bare.substring(0, comma));
    List<String> second = comma < 0 ? List.of() : words(bare.substring(comma + 1));
    if (first.isEmpty()) {
      return second.isEmpty()
          ? null
          : new PersonName(last(second), allButLast(second), false, born);
    }
    if (first.stream().allMatch(NO_ONE::contains)) {
      return null;
    }
    if (comma < 0 && first.size() > 1 && first.get(first.size() - 1).length() == 1) {
      // letters of given names behind the family's
      return new PersonName(
          sounds(first.subList(0, 1)), List.copyOf(first.subList(1, first.size())), true, born);
    }
    return comma >= 0 && !second.isEmpty()
        ? new PersonName(sounds(first), second, true, born)
        : new PersonName(last(first), allButLast(first), false, born);
  }

  private static List<String> words(String part) {
    List<String> words = new ArrayList<>(Latin.words(part));
    List<String> names = words.stream().filter(w -> !TITLES.contains(w)).toList();
    return names.isEmpty() ? List.of() : names;
  }

  private static List<String> last(List<String> words) {
    return sounds(words.subList(words.size() - 1, words.size()));
  }

  private static List<String> allButLast(List<String> words) {
    return List.copyOf(words.subList(0, words.size() - 1));
  }

  private static List<String> sounds(List<String> words) {
    return words.stream().map(Latin::sound).toList();
  }

  /** Whether two names may be one person's, and are not only one common word. */
  boolean agrees(PersonName other) {
    if (born != null && other.born != null && !born.equals(other.born)) {
      return false;
    }
    if (sameFamily(other)) {
      return given.isEmpty() || other.given.isEmpty() || fits(given, other.given);
    }
    // which of the words is the family's is told by one of the two at most
    return !(isTurned && other.isTurned) && sameWords(other);
  }

  private boolean sameFamily(PersonName other) {
    String one = family.get(family.size() - 1);
    String two = other.family.get(other.family.size() - 1);
    return one.length() > 1 && Likeness.areAlike(one, two);
  }

  /** The first given names fit, as words or as letters. */
  private static boolean fits(List<String> one, List<String> other) {
    String a = one.get(0);
    String b = other.get(0);
    if (a.length() == 1 || b.length() == 1) {
      return a.charAt(0) == b.charAt(0);
    }
    // letters run together, as in "JRR"
    return Likeness.areAlike(given(a), given(b))
        || a.startsWith(b)
        || b.startsWith(a)
        || initials(one).equals(b)
        || initials(other).equals(a)
        || one.subList(1, one.size()).contains(b)
        || other.subList(1, other.size()).contains(a);
  }

  /** Fyodor is Fedor. */
  private static String given(String name) {
    return Latin.sound(name).replace("io", "e");
  }

  private static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(w -> initials.append(w.charAt(0)));
    return initials.toString();
  }

  private boolean sameWords(PersonName other) {
    List<String> one = all();
    List<String> two = other.all();
    boolean inOrder = one.size() <= two.size();
    List<String> fewer = inOrder ? one : two;
    List<String> more = inOrder ? two : one;
    long long2 = fewer.stream().filter(w -> w.length() > 2 && more.contains(w)).count();
    return long2 >= 2
        && fewer.stream().allMatch(w -> more.stream().anyMatch(m -> m.equals(w) || letter(w, m)));
  }

  private static boolean letter(String one, String other) {
    return (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(given.stream().map(Latin::sound).toList());
    all.addAll(family);
    return all;
  }

  /** Whether a line of a title page, as words that sound, names this person. */
  boolean standsIn(List<String> line) {
    String name = family.get(family.size() - 1);
    int at = -1;
    for (int i = 0; i < line.size(); i++) {
      at = name.length() > 2 && line.get(i).equals(name) ? i : at;
    }
    if (at < 0) {
      return false;
    }
    if (given.isEmpty()) {
      return name.length() > 4 && line.size() < 6;
    }
    String first = Latin.sound(given.get(0));
    return line.stream().anyMatch(w -> !w.equals(name) && (w.equals(first) || letter(w, first)));
  }
}
