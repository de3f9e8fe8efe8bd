package dev.bookplate.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Words without a meaning, some of them compounds, and everything that may be done to how they are
 * written without doing anything to the words.
 */
public final class Prose {
  private static final String[] SYLLABLES = {
    "ba", "cor", "del", "en", "fi", "gra", "hol", "in", "jus", "kel", "lo", "mar", "né", "or",
    "pit", "qua", "ren", "sto", "tur", "ul", "ver", "wen", "xi", "yar", "zon", "fla", "off", "æl",
    "sß"
  };

  private final Random random;

  /** The same seed gives the same words. */
  public Prose(long seed) {
    random = new Random(seed);
  }

  /** Words, of which one in so many is a compound with a hyphen in it; 0 for none. */
  public List<String> words(int count, int compounds) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean compound = compounds > 0 && random.nextInt(compounds) == 0;
      words.add(compound ? word() + "-" + word() : word());
    }
    return words;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i >= 0; i--) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    if (random.nextInt(40) == 0) {
      word.append("'s");
    }
    return word.toString();
  }

  /** On one line, with a blank between. */
  public static String plain(List<String> words) {
    return String.join(" ", words);
  }

  /** In lines of at most so many characters, with words parted at some line ends. */
  public String wrapped(List<String> words, int width) {
    String newline = random.nextInt(4) == 0 ? "\r\n" : "\n";
    String indent = random.nextInt(3) == 0 ? "   " : "";
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : words) {
      int room = width - column - 1;
      if (column > 0 && word.length() > room) {
        int part = parting(word, room);
        if (part > 0) {
          boolean atHyphen = word.charAt(part - 1) == '-';
          String sign = atHyphen ? "" : random.nextInt(5) == 0 ? "\u00AD" : "-";
          text.append(' ').append(word, 0, part).append(sign).append(newline).append(indent);
          text.append(word.substring(part));
          column = indent.length() + word.length() - part;
          continue;
        }
        text.append(newline).append(indent).append(word);
        column = indent.length() + word.length();
      } else {
        text.append(column == 0 ? "" : " ").append(word);
        column += word.length() + (column == 0 ? 0 : 1);
      }
    }
    return text.toString();
  }

  /** Where a word is parted that has room for so many letters; 0 where it is not. */
  private int parting(String word, int room) {
    int hyphen = word.indexOf('-') + 1;
    if (hyphen > 0) {
      return hyphen <= room ? hyphen : 0; // a compound is parted at its hyphen only
    }
    int part = Math.min(room - 1, word.length() - 2);
    return part >= 2 && word.charAt(part) != '\'' && random.nextInt(3) > 0 ? part : 0;
  }

  /** As a bad extraction writes wrapped lines: the line ends are gone, the hyphens are not. */
  public static String unwrappedBadly(String wrapped) {
    return wrapped.replaceAll("\\s+", " ");
  }

  /** Any mixture of case, spacing, quotes, punctuation and ligatures. */
  public String altered(List<String> words) {
    int how = random.nextInt(5);
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append(
          switch (how == 4 ? random.nextInt(4) : how) {
            case 0 -> recased(word) + gap();
            case 1 -> mark() + word + mark() + gap();
            case 2 -> word.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ") + gap();
            default ->
                word.replace("'", "\u2019").replace("s", "ſ").replace("é", "e\u0301") + gap();
          });
    }
    return text.toString();
  }

  private String recased(String word) {
    return random.nextBoolean()
        ? word.toUpperCase(java.util.Locale.ROOT)
        : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String mark() {
    String[] marks = {
      "", "", "\"", "\u201C", "\u201D", ",", "(", "...", "*", "_", "\u00AB", "\u2018"
    };
    return marks[random.nextInt(marks.length)];
  }

  private String gap() {
    String[] gaps = {" ", " ", "  ", "\n", "\r\n\r\n", "\t", "\u00A0", " \u2014 ", ", ", "\u3000"};
    return gaps[random.nextInt(gaps.length)];
  }
}
