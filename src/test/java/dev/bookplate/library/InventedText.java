package dev.bookplate.library;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Text in a script, of words that were never written: few of them are frequent, as in a language,
 * and none follows from the one before but in its phrases, of which one word in a hundred or so
 * starts one. So of two texts that have nothing of each other one shares about one in a hundred
 * eight-word shingles with a library of the other's kind, as English novels do with 10,000 books.
 * The same script and seed give the same text.
 */
public final class InventedText {
  /** What the letters and the marks are taken from. */
  public enum Script {
    /** English in letters, marks and length of words. */
    ENGLISH,
    /** Cyrillic: two bytes a letter. */
    RUSSIAN,
    /** Characters of three bytes without blanks. */
    CHINESE;

    /** By its name in lower case. */
    public static Script of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  private static final long LANGUAGE = 1;
  private static final int VOCABULARY = 20_000;
  private static final int CHARACTERS = 3_000;
  private static final int PHRASES = 1_000;
  private static final int PHRASE_WORDS = 8;
  private static final int PHRASE_EVERY = 6;
  private static final String LATIN = "eeeetttaaaooiiinnnssshhhrrrdddllluuccmmwwffggyyppbbvk";
  private static final String CYRILLIC = "оооеееааииннттссррввллккммддппууяыьгзбчйхжшю";

  private final Script script;
  private final SplittableRandom random;
  private final String[] words;
  private final String[][] phrases = new String[PHRASES][];

  /** A writer of text. */
  public InventedText(Script script, long seed) {
    this.script = script;
    // all texts of a script are in one language
    SplittableRandom language = new SplittableRandom(LANGUAGE);
    words = new String[script == Script.CHINESE ? CHARACTERS : VOCABULARY];
    for (int i = 0; i < words.length; i++) {
      words[i] = word(i, language);
    }
    for (int i = 0; i < PHRASES; i++) {
      phrases[i] = draw(PHRASE_WORDS, language);
    }
    random = new SplittableRandom(seed);
  }

  private String word(int rank, SplittableRandom language) {
    if (script == Script.CHINESE) {
      return Character.toString(0x4E00 + (rank * 7919) % CHARACTERS);
    }
    String letters = script == Script.RUSSIAN ? CYRILLIC : LATIN;
    // frequent words are short
    int length = 2 + (int) (Math.log(rank + 2) / 2) + language.nextInt(4);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(language.nextInt(letters.length())));
    }
    return word.toString();
  }

  /**
   * The next text, of that many bytes of UTF-8 or a few more; in JSON only its line feeds need an
   * escape.
   */
  public String next(int bytes) {
    StringBuilder text = new StringBuilder();
    int size = 0;
    for (int sentence = 0; size < bytes; sentence++) {
      int from = text.length();
      sentence(text);
      text.append(sentence % 6 == 5 ? "\n" : script == Script.CHINESE ? "" : " ");
      size += text.substring(from).getBytes(StandardCharsets.UTF_8).length;
    }
    return text.toString();
  }

  private void sentence(StringBuilder text) {
    boolean chinese = script == Script.CHINESE;
    if (random.nextInt(PHRASE_EVERY) == 0) {
      String[] phrase = phrases[(int) Math.pow(PHRASES, random.nextDouble())];
      text.append(String.join(chinese ? "" : " ", phrase)).append(chinese ? "，" : ", ");
    }
    String[] drawn = draw(chinese ? 10 + random.nextInt(30) : 5 + random.nextInt(25), random);
    for (int i = 0; i < drawn.length; i++) {
      if (i > 0) {
        boolean comma = random.nextInt(11) == 0;
        text.append(comma ? (chinese ? "，" : ", ") : chinese ? "" : " ");
      }
      text.append(drawn[i]);
    }
    text.append(chinese ? "。" : ".");
  }

  private String[] draw(int count, SplittableRandom from) {
    String[] drawn = new String[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = words[(int) Math.pow(words.length, from.nextDouble())];
    }
    drawn[0] = drawn[0].substring(0, 1).toUpperCase(Locale.ROOT) + drawn[0].substring(1);
    return drawn;
  }
}
