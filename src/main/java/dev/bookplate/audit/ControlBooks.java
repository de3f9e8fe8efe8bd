package dev.bookplate.audit;

import dev.bookplate.match.Finding;
import dev.bookplate.match.ReferenceLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The books that controls are made of: of a large library some, drawn at random, each work with the
 * same chance, whatever its size.
 *
 * @param works in the library
 * @param books drawn, in the order of their keys
 */
record ControlBooks(int works, List<ControlBook> books) {
  private static final int MOST = 200;
  private static final int LEAST_WORDS = 50;

  private record Numbered(int number, Finding.Reference reference) {}

  /**
   * Draws books.
   *
   * @throws CalibrationException if none has enough words
   */
  static ControlBooks draw(ReferenceLibrary library, long seed) throws IOException {
    Map<String, List<Numbered>> works = new TreeMap<>();
    library.forEachNumber(
        (number, reference) ->
            works
                .computeIfAbsent(ControlBook.key(reference), k -> new ArrayList<>())
                .add(new Numbered(number, reference)));
    Random random = SeededRandom.of(seed, 1);
    List<Numbered> drawn = new ArrayList<>();
    for (List<Numbered> editions : works.values()) {
      List<Numbered> enough =
          editions.stream()
              .filter(e -> e.reference().edition().words() >= LEAST_WORDS)
              .sorted(Comparator.comparing(e -> e.reference().edition().id()))
              .toList();
      if (!enough.isEmpty()) {
        drawn.add(enough.get(random.nextInt(enough.size())));
      }
    }
    if (drawn.isEmpty()) {
      throw new CalibrationException(
          "no book of the catalogue has "
              + LEAST_WORDS
              + " words, so no passage can be planted; add whole books");
    }
    Collections.shuffle(drawn, random);
    return new ControlBooks(works.size(), numbered(drawn.subList(0, Math.min(MOST, drawn.size()))));
  }

  private static List<ControlBook> numbered(List<Numbered> drawn) {
    List<ControlBook> books = new ArrayList<>();
    drawn.stream()
        .sorted(Comparator.comparing(d -> ControlBook.key(d.reference())))
        .forEach(d -> books.add(new ControlBook(books.size(), d.number(), d.reference())));
    return List.copyOf(books);
  }

  /** Languages that are known of the books, in order. */
  List<String> languages() {
    return ControlBook.languages(books.stream().map(b -> b.reference().edition()));
  }
}
