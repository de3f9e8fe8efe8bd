package dev.bookplate.notices;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which lines are a fact of a work: its title, an author's name, its publisher, its number. */
final class FactLines {
  /** Words that may stand beside a name: by, and the like. */
  private static final int MORE_WORDS = 3;

  private final List<Set<Long>> titles = new ArrayList<>();
  private final List<Set<Long>> authors = new ArrayList<>();
  private final List<Set<Long>> publishers = new ArrayList<>();
  private final List<String> isbns;

  FactLines(BookFacts facts) {
    add(titles, facts.title());
    if (facts.title() != null && facts.title().contains(":")) {
      add(titles, facts.title().substring(0, facts.title().indexOf(':')));
    }
    facts.authors().forEach(author -> add(authors, author));
    add(publishers, facts.publisher());
    isbns = facts.isbns();
  }

  private static void add(List<Set<Long>> names, String name) {
    Set<Long> words = name == null ? Set.of() : hashes(name);
    if (!words.isEmpty()) {
      names.add(words);
    }
  }

  private static Set<Long> hashes(String text) {
    Words words = Words.of(Utf8Text.of(text));
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < words.count(); i++) {
      hashes.add(words.hash(i));
    }
    return hashes;
  }

  /** Whether a line is what a rule asks for. */
  boolean is(String fact, TextLine line) {
    return switch (fact) {
      case "title" -> isName(titles, line, 1);
      case "author" -> isName(authors, line, MORE_WORDS);
      case "publisher" -> isName(publishers, line, MORE_WORDS);
      case "isbn" -> {
        String digits = line.text().replaceAll("[^0-9Xx]", "");
        yield isbns.stream().anyMatch(digits::contains);
      }
      default -> throw new IllegalArgumentException(fact + " is no fact of a work");
    };
  }

  private static boolean isName(List<Set<Long>> names, TextLine line, int more) {
    Set<Long> words = hashes(line.text());
    return names.stream().anyMatch(n -> words.containsAll(n) && words.size() <= n.size() + more);
  }
}
