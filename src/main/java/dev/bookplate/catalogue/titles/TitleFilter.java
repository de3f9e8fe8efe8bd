package dev.bookplate.catalogue.titles;

import dev.bookplate.catalogue.rows.BookNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns away, at the cost of two looks, lines that begin like no title that was added: most lines
 * of most texts. Never one whose {@link TitleKeys#of} was added. Filled once, then only read.
 */
public final class TitleFilter {
  private final Set<String> single = new HashSet<>();
  private final Set<String> pairs = new HashSet<>();

  /** Adds a title by its key. */
  public void add(String key) {
    int first = key.indexOf(' ');
    if (first < 0) {
      single.add(key);
    } else {
      int second = key.indexOf(' ', first + 1);
      pairs.add(second < 0 ? key : key.substring(0, second));
    }
  }

  /** Whether a title of one of {@link TitleKeys#all} may have been added. */
  public boolean mayHoldAny(BookNames said) {
    if (mayHold(said)) {
      return true;
    }
    List<String> words = said.title() == null ? List.of() : Latin.words(said.title());
    return !words.isEmpty() && single.contains(Latin.sound(TitleForm.withoutArticle(words).get(0)));
  }

  /** Whether a title of that key may have been added. */
  public boolean mayHold(BookNames said) {
    if (said.title() == null) {
      return false;
    }
    List<String> words = Latin.words(said.title());
    if (words.isEmpty() || said.subtitle() != null || TitleForm.mayLeaveOut(words)) {
      return true;
    }
    List<String> main = TitleForm.withoutArticle(words);
    String first = Latin.sound(main.get(0));
    boolean mayEnd = main.size() == 1 || TitleForm.mayBeParted(said.title());
    return mayEnd && single.contains(first)
        || main.size() > 1 && pairs.contains(first + " " + Latin.sound(main.get(1)))
        // before a sign, an article may be all there is
        || main.size() < words.size() && single.contains(Latin.sound(words.get(0)));
  }
}
