package dev.bookplate.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** {@link WordScanner} against {@link SlowWords}, over texts of what is hard to cut. */
class WordsOracleTest {
  private static final String[] AWKWARD = {
    "-",
    "-\n",
    "-\r\n",
    "- ",
    "-\n  ",
    "\u00AD",
    "\u00AD\n",
    "\u00AC\n",
    "\u2010\n",
    "-" + " ".repeat(63) + "\n",
    "-\n" + " ".repeat(63),
    "--",
    "'",
    "\u2019",
    "`",
    "\u0301",
    "\u200B",
    "\u200D",
    "\uFEFF",
    "\uFFFD",
    " ",
    "\n",
    ".",
    "\u00A0",
    "\u3000",
    "—",
    "ﬁ",
    "ß",
    "\u1E9E",
    "İ",
    "ı",
    "ς",
    "漢",
    "か",
    "\u3099",
    "ー",
    "\uDB40\uDD00",
    "한",
    "ᄒ",
    "ب",
    "ـ",
    "\u064E",
    "ש",
    "\u05B8",
    "е",
    "Я",
    "\uD835\uDC00",
    "\uD83D\uDE00",
    "²",
    "½",
    "\u0000",
    "_",
    "é",
    "É",
    "Æ"
  };

  private final Map<String, Long> hashes = new HashMap<>();
  private final Map<Long, String> letters = new HashMap<>();

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of("ab", "bc", "Ab", "word", "Word", "7", "the ")),
            Tuple.of(5, Arbitraries.of(AWKWARD)),
            Tuple.of(4, Arbitraries.of("-", "-\n", "\u00AD", "\u00AD\n", " ", "\n", "'")),
            Tuple.of(1, Arbitraries.chars().range('\u00A0', '\u0587').map(String::valueOf)))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 4000, seed = "11")
  void wordsAndTheirBytesAreThoseOfThePlainRules(@ForAll("texts") String text) {
    List<SlowWords.Word> slow = new SlowWords(text).words();
    Words words = Words.of(Utf8Text.of(text));
    List<SlowWords.Word> fast = new ArrayList<>();
    for (int w = 0; w < words.count(); w++) {
      String expected = w < slow.size() ? slow.get(w).letters() : "";
      fast.add(new SlowWords.Word(expected, words.start(w), words.end(w)));
      check(expected, words.hash(w), words.letters(w));
    }
    assertEquals(slow, fast);
  }

  private void check(String expected, long hash, int count) {
    assertEquals(expected.codePointCount(0, expected.length()), count, expected);
    // equal letters have equal hashes, and others have others
    letters.putIfAbsent(hash, expected);
    hashes.putIfAbsent(expected, hash);
    assertEquals(expected, letters.get(hash));
    assertEquals(hash, hashes.get(expected));
  }

  @Property(tries = 2000, seed = "12")
  void hyphensAreThoseOfThePlainRules(@ForAll("texts") String text) {
    WordScanner scanner = new WordScanner();
    scanner.reset(Utf8Text.of(text));
    while (scanner.next() > 0) {}
    Hyphens hyphens = scanner.hyphens();
    List<SlowWords.Hyphen> slow = new SlowWords(text).hyphens();
    assertEquals(slow.size(), hyphens.count());
    for (int i = 0; i < slow.size(); i++) {
      SlowWords.Hyphen expected = slow.get(i);
      assertEquals(expected.word(), hyphens.word(i));
      assertEquals(expected.left() != null, hyphens.joined(i));
      if (hyphens.joined(i)) {
        assertEquals(hash(expected.left()), hyphens.left(i));
        assertEquals(hash(expected.right()), hyphens.right(i));
      }
    }
  }

  private static long hash(String letters) {
    Words words = Words.of(Utf8Text.of(letters));
    return words.count() == 0 ? 0 : words.hash(0);
  }

  @Property(tries = 1000, seed = "13")
  void spansCountCodePoints(@ForAll("texts") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Words words = Words.of(Utf8Text.of(text));
    Words.Places places = words.places();
    for (int first = 0; first < words.count(); first++) {
      int last = Math.min(words.count(), first + 1 + first % 3);
      Span span = places.of(first, last);
      assertEquals(codePoints(bytes, words.start(first)), span.start());
      assertEquals(codePoints(bytes, words.end(last - 1)), span.end());
      int from = text.offsetByCodePoints(0, span.start());
      int to = text.offsetByCodePoints(0, span.end());
      assertEquals(text.substring(from, to), words.quote(first, last));
    }
    if (words.count() > 0) {
      // back to the start
      assertEquals(codePoints(bytes, words.start(0)), places.of(0, 1).start());
    }
  }

  private static int codePoints(byte[] bytes, int to) {
    String before = new String(bytes, 0, to, StandardCharsets.UTF_8);
    return before.codePointCount(0, before.length());
  }
}
