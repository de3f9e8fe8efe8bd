package dev.bookplate.catalogue.titles;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names in any common script as plain Latin words: in lower case, without accents, Cyrillic and
 * Greek letter by letter. What is written in two ways sounds alike: Dostoyevsky and Dostoevskii.
 */
final class Latin {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SILENT = Pattern.compile("['\u2018\u2019\u02BC`\u00B4\u2032]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern TWICE = Pattern.compile("([a-z])\\1+");
  private static final Map<Character, String> LETTERS = letters();

  private Latin() {}

  private static Map<Character, String> letters() {
    Map<Character, String> letters = new HashMap<>();
    put(
        letters,
        "абвгґдезиіјклмнопрстуфхыэѓќђћ",
        "a b v g g d e z i i i k l m n o p r s t u f kh y e g k d c");
    put(letters, "жцчшщюяєљњџѣѳѵ", "zh ts ch sh shch iu ia ie li ni dz e f i");
    put(
        letters,
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y ph ch ps o");
    put(letters, "ßæœøłđðþıħ", "ss ae oe o l d d th i h");
    letters.put('ъ', "");
    letters.put('ь', "");
    return letters;
  }

  private static void put(Map<Character, String> letters, String from, String to) {
    String[] each = to.split(" ", -1);
    for (int i = 0; i < each.length; i++) {
      letters.put(from.charAt(i), each[i]);
    }
  }

  /** The words of a name. */
  static List<String> words(String name) {
    return isAscii(name) ? asciiWords(name) : otherWords(name);
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** The same as for all other names, but most are of this sort, and lines of prose are many. */
  private static List<String> asciiWords(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      if (c >= 'A' && c <= 'Z') {
        word.append((char) (c + 32));
      } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        word.append(c);
      } else if (c != '\'' && c != '`') {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
        if (c == '&') {
          words.add("and");
        }
      }
    }
    return words;
  }

  private static List<String> otherWords(String name) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name.replace("&", " and "), Normalizer.Form.NFKD))
            .replaceAll("");
    String lower = SILENT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      String letter = LETTERS.get(lower.charAt(i));
      if (letter == null) {
        latin.append(lower.charAt(i));
      } else {
        latin.append(letter);
      }
    }
    String words = BETWEEN.matcher(latin).replaceAll(" ").strip();
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1));
  }

  /** A word as it sounds, so that what is romanised in two ways is one. */
  static String sound(String word) {
    if (word.length() < 4 || Character.isDigit(word.charAt(0))) {
      return word;
    }
    return mayChange(word) ? changed(word) : word;
  }

  /** Whether one of the letters is there that may be written otherwise, or twice. */
  private static boolean mayChange(String word) {
    char before = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean isOther = c == 'y' || c == 'j' || c == 'w' || c == 'k' || c == 'f';
      boolean isPair = c == before || c == 'h' && before != 0 || c == 'e' && before == 'i';
      if (isOther || isPair) {
        return true;
      }
      before = c;
    }
    return false;
  }

  private static String changed(String word) {
    String sound =
        word.replace('y', 'i')
            .replace('j', 'i')
            .replace('w', 'v')
            .replace("ph", "f")
            .replace("kh", "h")
            .replace("ck", "k")
            .replace("ks", "x")
            .replace("tch", "ch")
            .replace("ie", "e");
    sound = sound.endsWith("ff") ? sound.substring(0, sound.length() - 2) + "v" : sound;
    return TWICE.matcher(sound).replaceAll("$1");
  }
}
