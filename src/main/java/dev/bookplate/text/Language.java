package dev.bookplate.text;

import dev.bookplate.origin.Utf8Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The language that most of a text is in: by its script where only one language of note is written
 * in it, otherwise by the words that hold its sentences together ({@code function-words.txt}). What
 * is not clear, as in verse, lists, close kin and short texts, is not named.
 */
public final class Language {
  private static final int LEAST_WORDS = 20;

  /** A longer text is looked at in samples from its whole length. */
  private static final int ENOUGH_BYTES = 1 << 18;

  /** Of all words, in the script of most. */
  private static final double MAIN_SCRIPT = 0.6;

  /** Chinese has no kana, and Japanese has them in every sentence. */
  private static final double KANA = 0.1;

  /** Of the words, those that are function words of the language. */
  private static final double LEAST_SHARE = 0.15;

  /** How far the runner-up has to be behind. */
  private static final double LEAD = 1.2;

  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.of(
          UnicodeScript.GREEK, "el",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.THAI, "th",
          UnicodeScript.GEORGIAN, "ka",
          UnicodeScript.ARMENIAN, "hy");

  private static final List<String> LANGUAGES = new ArrayList<>();

  /** Languages by the hash of a word, a bit for each in their order. */
  private static final Map<Long, Long> FUNCTION_WORDS = load();

  private final Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
  private final int[] functionWords = new int[LANGUAGES.size()];
  private int words;

  private Language() {}

  /**
   * The language of a text.
   *
   * @return a BCP 47 tag; null where it is not clear
   */
  public static String of(Utf8Text text) {
    Language language = new Language();
    WordScanner scanner = new WordScanner();
    scanner.reset(text);
    int every = 1 + text.length() / ENOUGH_BYTES;
    int number = 0;
    for (int batch = scanner.next(); batch > 0; batch = scanner.next()) {
      for (int i = 0; number % every == 0 && i < batch; i++) {
        language.add(scanner.hashes()[i], CodePoints.at(text.bytes(), scanner.starts()[i]));
      }
      number++;
    }
    return language.decide();
  }

  private void add(long hash, int first) {
    words++;
    scripts.merge(UnicodeScript.of(first), 1, Integer::sum);
    long languages = FUNCTION_WORDS.getOrDefault(hash, 0L);
    for (; languages != 0; languages &= languages - 1) {
      functionWords[Long.numberOfTrailingZeros(languages)]++;
    }
  }

  private String decide() {
    if (words < LEAST_WORDS) {
      return null;
    }
    int kana = in(UnicodeScript.HIRAGANA) + in(UnicodeScript.KATAKANA);
    int characters = kana + in(UnicodeScript.HAN);
    if (characters >= words * MAIN_SCRIPT) {
      return kana >= characters * KANA ? "ja" : "zh";
    }
    for (Map.Entry<UnicodeScript, String> script : BY_SCRIPT.entrySet()) {
      if (in(script.getKey()) >= words * MAIN_SCRIPT) {
        return script.getValue();
      }
    }
    return byFunctionWords();
  }

  private int in(UnicodeScript script) {
    return scripts.getOrDefault(script, 0);
  }

  private String byFunctionWords() {
    int best = 0;
    int second = 0;
    String name = null;
    for (int i = 0; i < functionWords.length; i++) {
      if (functionWords[i] > best) {
        second = best;
        best = functionWords[i];
        name = LANGUAGES.get(i);
      } else {
        second = Math.max(second, functionWords[i]);
      }
    }
    return best >= words * LEAST_SHARE && best >= second * LEAD ? name : null;
  }

  private static Map<Long, Long> load() {
    Map<Long, Long> languages = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Language.class.getResourceAsStream("function-words.txt"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          read(line, languages);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return languages;
  }

  private static void read(String line, Map<Long, Long> languages) {
    List<String> fields = List.of(line.split(" "));
    long bit = 1L << LANGUAGES.size();
    LANGUAGES.add(fields.getFirst());
    for (String word : fields.subList(1, fields.size())) {
      // one at a time: single letters in a row would be taken for a word that is set apart
      languages.merge(Words.of(Utf8Text.of(word)).hash(0), bit, (a, b) -> a | b);
    }
  }
}
