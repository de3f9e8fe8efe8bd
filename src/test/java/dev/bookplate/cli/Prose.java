package dev.bookplate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words that are in no language, the same for the same seed. */
final class Prose {
  private static final String[] ONSETS = {"b", "d", "f", "g", "k", "l", "m", "n", "p", "s", "t"};
  private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ai", "ou"};

  private final Random random;

  Prose(long seed) {
    random = new Random(seed);
  }

  /** Sentences with that many words in all. */
  String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= words; i++) {
      String word = word();
      text.append(i % 11 == 1 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
      text.append(i == words ? "." : i % 11 == 0 ? ". " : " ");
    }
    return text.toString();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
      word.append(ONSETS[random.nextInt(ONSETS.length)]);
      word.append(NUCLEI[random.nextInt(NUCLEI.length)]);
    }
    return word.toString();
  }

  /** Words of a text, from one to another, joined by spaces. */
  static String words(String text, int from, int to) {
    return String.join(" ", split(text).subList(from, to));
  }

  static List<String> split(String text) {
    return new ArrayList<>(List.of(text.split(" ", -1)));
  }
}
