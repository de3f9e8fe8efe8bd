package dev.bookplate.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Titles as they are compared: letters and digits in lower case, one blank between words. */
public final class TitleWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SUBTITLE = Pattern.compile("[:;(\\[]|\\s[-\u2013\u2014]\\s");

  /** Letters and digits: what is shorter stands in too many texts by chance. */
  private static final int TELLING = 8;

  private TitleWords() {}

  /** A text's words in one form, joined by blanks. */
  public static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** A title's words without its subtitle. */
  public static String main(String title) {
    String main = of(SUBTITLE.split(title, 2)[0]);
    return main.isEmpty() ? of(title) : main;
  }

  /** Whether two titles may be of one work: the shorter main title stands in the longer title. */
  public static boolean agree(String one, String other) {
    return stands(main(one), of(other)) || stands(main(other), of(one));
  }

  /** Whether words stand in a text, both as {@link #of} makes them. */
  public static boolean stands(String words, String text) {
    return (" " + text + " ").contains(" " + words + " ");
  }

  /** Whether a title can be told from other words: two words and a few letters at least. */
  public static boolean tells(String words) {
    return words.indexOf(' ') > 0 && words.length() > TELLING;
  }
}
