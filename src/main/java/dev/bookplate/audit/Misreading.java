package dev.bookplate.audit;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Reads a passage as a bad scan is read: letters are taken for others of like shape, lost, parted
 * from the next, or given the wrong case. A letter that has no known likeness is taken for another
 * of the same passage.
 */
final class Misreading {
  private static final double DAMAGED = 0.15;

  /** What a reader of scans may take each character for. */
  private static final Map<String, List<String>> LIKENESSES =
      Map.ofEntries(
          Map.entry("a", List.of("o", "u", "e", "s")),
          Map.entry("b", List.of("h", "6", "lo")),
          Map.entry("c", List.of("e", "o", "(")),
          Map.entry("d", List.of("cl", "o", "a")),
          Map.entry("e", List.of("c", "o", "a")),
          Map.entry("f", List.of("t", "r", "l")),
          Map.entry("g", List.of("q", "9", "y")),
          Map.entry("h", List.of("b", "li", "n")),
          Map.entry("i", List.of("l", "j", "1", "t")),
          Map.entry("k", List.of("lc", "h", "x")),
          Map.entry("l", List.of("1", "I", "t", "i")),
          Map.entry("m", List.of("rn", "nn", "in")),
          Map.entry("n", List.of("u", "ri", "r")),
          Map.entry("o", List.of("c", "0", "e")),
          Map.entry("p", List.of("q", "n", "y")),
          Map.entry("r", List.of("n", "v", "t")),
          Map.entry("s", List.of("5", "z", "a")),
          Map.entry("t", List.of("f", "l", "+")),
          Map.entry("u", List.of("n", "ii", "v")),
          Map.entry("v", List.of("y", "r", "u")),
          Map.entry("w", List.of("vv", "iv", "m")),
          Map.entry("y", List.of("v", "g", "j")),
          Map.entry("B", List.of("8", "R", "E")),
          Map.entry("I", List.of("l", "1", "J")),
          Map.entry("O", List.of("0", "Q", "C")),
          Map.entry("S", List.of("5", "8", "$")),
          Map.entry(".", List.of(",", ";", "'")),
          Map.entry(",", List.of(".", ";", "'")),
          Map.entry(" ", List.of("", "  ", " '")));

  private final int[] codePoints;
  private final int[] letters;
  private final Random random;

  Misreading(String passage, Random random) {
    codePoints = passage.codePoints().toArray();
    letters = passage.codePoints().filter(Character::isLetter).toArray();
    this.random = random;
  }

  /** The passage with that share of its characters misread. */
  String at(double share) {
    StringBuilder out = new StringBuilder();
    for (int c : codePoints) {
      out.append(random.nextDouble() < share ? misread(c) : Character.toString(c));
    }
    return out.toString();
  }

  private String misread(int c) {
    String read = Character.toString(c);
    if (Character.isLetter(c) && random.nextDouble() < DAMAGED) {
      return switch (random.nextInt(3)) {
        case 0 -> read + " ";
        case 1 -> Character.toString(otherCase(c));
        default -> "";
      };
    }
    List<String> likenesses = LIKENESSES.get(read);
    if (likenesses != null) {
      return likenesses.get(random.nextInt(likenesses.size()));
    }
    return Character.isLetter(c)
        ? Character.toString(letters[random.nextInt(letters.length)])
        : read;
  }

  private static int otherCase(int c) {
    return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
  }
}
