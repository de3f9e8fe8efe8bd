package dev.bookplate.match;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of authors, so written that small differences do not make two of one: "Dickens, Charles,
 * 1812-1870" is "Charles Dickens". Who is not known is no one.
 *
 * @param names normalised; empty where no one is known
 */
record Authors(Set<String> names) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Life dates, and what else is no part of a name. */
  private static final Pattern OTHER = Pattern.compile("\\([^)]*\\)|[^\\p{L}]+");

  private static final Set<String> NO_ONE =
      Set.of("", "anon", "anonymous", "author unknown", "authors various", "unknown", "various");

  static Authors of(List<String> authors) {
    TreeSet<String> names = new TreeSet<>();
    for (String author : authors) {
      String name = normalised(author);
      if (!NO_ONE.contains(name)) {
        names.add(name);
      }
    }
    return new Authors(Collections.unmodifiableSet(names));
  }

  private static String normalised(String author) {
    String plain = MARKS.matcher(Normalizer.normalize(author, Normalizer.Form.NFKD)).replaceAll("");
    String letters = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return Arrays.stream(letters.split(" ", -1)).sorted().collect(Collectors.joining(" "));
  }

  boolean isKnown() {
    return !names.isEmpty();
  }

  boolean shareOne(Authors other) {
    return !Collections.disjoint(names, other.names);
  }
}
