package dev.bookplate.match;

import dev.bookplate.fingerprint.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents made of a book in every way that a matcher must bear. */
final class Mangled {
  private final Random random;
  private final Prose prose;
  private final List<String> book;

  Mangled(List<String> book, long seed) {
    this.book = book;
    random = new Random(seed);
    prose = new Prose(seed + 50_000);
  }

  /** Stretches of the book, some twice, edited, reordered and wrapped, with other words between. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int part = 2 + random.nextInt(6); part > 0; part--) {
      int from = random.nextInt(book.size() - 20);
      int to = Math.min(book.size(), from + 10 + random.nextInt(120));
      List<String> words = new ArrayList<>(book.subList(from, to));
      edit(words, random.nextInt(4) * words.size() / 12);
      text.append(
          random.nextBoolean()
              ? Prose.plain(words)
              : prose.wrapped(words, 25 + random.nextInt(60)));
      text.append(random.nextBoolean() ? " " : ".\n\n");
      text.append(Prose.plain(prose.words(random.nextInt(3) * random.nextInt(40), 0))).append(' ');
    }
    return text.toString();
  }

  private void edit(List<String> words, int edits) {
    for (int e = 0; e < edits; e++) {
      int at = random.nextInt(words.size() - 3);
      switch (random.nextInt(6)) {
        case 0 -> words.set(at, prose.words(1, 0).get(0));
        case 1 -> words.addAll(at, prose.words(1 + random.nextInt(3), 0));
        case 2 -> words.remove(at);
        case 3 -> words.set(at, words.get(at) + words.remove(at + 1));
        case 4 -> words.set(at, words.get(at).charAt(0) + " " + words.get(at).substring(1));
        default -> words.add(at, words.remove(at + 2));
      }
    }
  }
}
