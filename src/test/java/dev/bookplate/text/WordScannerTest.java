package dev.bookplate.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordScannerTest {
  private static List<String> cut(String text) {
    Words words = Words.of(Utf8Text.of(text));
    List<String> cut = new ArrayList<>();
    for (int w = 0; w < words.count(); w++) {
      cut.add(words.quote(w, w + 1));
    }
    return cut;
  }

  private static long[] hashes(String text) {
    Words words = Words.of(Utf8Text.of(text));
    long[] hashes = new long[words.count()];
    Arrays.setAll(hashes, words::hash);
    return hashes;
  }

  private static void same(String one, String other) {
    assertArrayEquals(hashes(one), hashes(other), one + " and " + other);
  }

  @Test
  void wordsAreRunsOfLettersAndDigits() {
    assertEquals(
        List.of("It", "was", "the", "2nd", "of", "May", "1887"),
        cut("It was -- the 2nd (of) May, 1887!"));
    assertEquals(List.of("snake", "case", "italic"), cut("snake_case _italic_"));
    assertEquals(List.of(), cut(" \n\t...--'\u2019\u00AD\u0301"));
    assertEquals(List.of(), cut(""));
  }

  @Test
  void aWordsSpanLeavesOutWhatOnlyStandsAroundIt() {
    assertEquals(List.of("tis", "the", "dogs", "bone"), cut("'tis the dogs' \u00ADbone\u00AD"));
    assertEquals(List.of("don't", "rock\u2019n\u2019roll"), cut("don't 'rock\u2019n\u2019roll'"));
    assertEquals(List.of("co\u00ADoperate"), cut("co\u00ADoperate"));
  }

  /** Two ways to write the same words; backslash u is Java's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAFÉ|cafe\u0301",
        "naïve|NAIVE",
        "İSTANBUL|istanbul",
        "ISPARTA|\u0131sparta",
        "Straße|STRASSE",
        "STRA\u1E9EE|strasse",
        "ΟΔΥΣΣΕΥΣ|Ὀδυσσεύς",
        "λόγος|ΛΟΓΟΣ",
        "τ\u1FF7|ΤΩΙ",
        "ﬁnal ﬂow oﬀer baﬄe|final flow offer baffle",
        "ſaid Poſſeſſion|said possession",
        "don't|don\u2019t",
        "don't|dont",
        "don`t|don\u00B4t",
        "o'clock|o\u02BCclock",
        "\"Go,\" he said|\u201CGo,\u201D he said",
        "«Go» he|\u2018Go\u2019 he",
        "co\u00ADoper\u200Bate|cooperate",
        "\uFEFFword wo\u2060rd wo\u200Drd|word word word",
        "Ｆｕｌｌ　ｗｉｄｔｈ　１２３|full width 123",
        "\u0441\u0430t \u0440\u0435t|cat pet",
        "М\u043Escow|moscow",
        "한국말|\u1112\u1161\u11AB\u1100\u116E\u11A8\u1106\u1161\u11AF",
        "ПРИВЕТ, ёлка|привет елка",
        "كِتَابٌ|كتاب",
        "الـــكتاب|الكتاب",
        "ﻻ|لا",
        "ٱلكتاب أول إلى آخر|الكتاب اول الي اخر",
        "مدينة|مدينه",
        "\u05F2ִדיש|יידיש",
        "\u06A9\u062A\u0627\u0628\u06CC ۱۲۳|كتابي 123",
        "שָׁלוֹם|שלום",
        "ג'ירפה|ג\u05F3ירפה",
        "ｶﾞｷﾞ|ガギ",
        "が|か\u3099",
        "नमस्ते|नमस्ते",
        "\u1D49\uD835\uDC00\u2460|ea1",
        "ŒUVRE æon|oeuvre aeon",
        "Łódź Þór|lodz thor"
      })
  void writtenInAnotherWayTheyAreTheSameWords(String one, String other) {
    assertTrue(hashes(one).length > 0);
    same(one, other);
    same(one.toUpperCase(Locale.ROOT), other);
    same(Normalizer.normalize(one, Normalizer.Form.NFD), other);
    same(Normalizer.normalize(one, Normalizer.Form.NFKC), other);
  }

  @Test
  void aFootnotesMarkDoesNotBelongToItsWord() {
    same("word\u00B2 and\u00B9\u2070", "word and");
  }

  @Test
  void whatStandsBetweenWordsHasNoEffect() {
    for (String gap :
        new String[] {"  ", "\u00A0", "\u3000", "\r\n", "\t", ", ", "—", "...", "*"}) {
      same("the" + gap + "old" + gap + "lamp", "the old lamp");
    }
  }

  @Test
  void wordsThatDifferHaveOtherHashes() {
    Random random = new Random(5);
    Set<String> words = new HashSet<>();
    Set<Long> hashes = new HashSet<>();
    while (words.size() < 100_000) {
      StringBuilder word = new StringBuilder();
      for (int i = 1 + random.nextInt(9); i > 0; i--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
    words.forEach(w -> hashes.add(hashes(w)[0]));
    assertEquals(words.size(), hashes.size());
  }

  @Test
  void charactersOfChineseAndJapaneseAreWords() {
    assertEquals(List.of("我", "是", "书", "2", "本"), cut("我是书。2本"));
    assertEquals(List.of("ラ", "ー", "メ", "ン", "の", "abc", "漢"), cut("ラーメンのabc漢"));
    assertEquals(List.of("か\u3099", "く"), cut("か\u3099く"));
    assertEquals(List.of("葛\uDB40\uDD00", "城"), cut("葛\uDB40\uDD00城"));
  }

  @Test
  void clustersOfThaiAreTheSameSoonAfterWhateverStandsBefore() {
    String text =
        "เรือลำเล็กออกจากท่าตอนเช้ามืดและคนเฝ้าประภาคารยังคงนั่งมองทะเลจนกระทั่งหมอกจางลงไปจากอ่าว";
    List<String> whole = cut(text);
    assertTrue(whole.size() > 12, whole.toString());
    for (int from = 1; from < 20; from++) {
      List<String> rest = cut("ขอ" + text.substring(from));
      int equal = 0;
      while (equal < Math.min(rest.size(), whole.size())
          && rest.get(rest.size() - 1 - equal).equals(whole.get(whole.size() - 1 - equal))) {
        equal++;
      }
      String tail = String.join("", rest.subList(rest.size() - equal, rest.size()));
      assertTrue(text.length() - from - tail.length() < 32, from + ": " + rest + "\n" + whole);
    }
  }

  @Test
  void blanksLineEndsAndMarksPartNoClusters() {
    String text = "เรือลำเล็กออกจากท่าตอนเช้ามืดและคนเฝ้าประภาคารยังคงนั่งมองทะเล";
    for (int at = 3; at < 30; at++) {
      if (Character.getType(text.charAt(at)) == Character.OTHER_LETTER) {
        for (String gap : List.of(" ", "\n", "\u200B", "\u201C", " - ")) {
          same(text, text.substring(0, at) + gap + text.substring(at));
        }
      }
    }
    assertEquals("abc", cut("abc" + text).get(0));
    assertEquals(cut(text + " abc"), cut(text + "abc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exam-\nple",
        "exam-\r\nple",
        "exam-\rple",
        "exam-\n   ple",
        "exam-  \n\tple",
        "exam\u00AD\nple",
        "exam\u00AC\nple",
        "exam\u2010\nple",
        "exam-\n\nple",
        "EXAM-\nple"
      })
  void aHyphenAtALineEndJoins(String text) {
    same("an " + text + " of it", "an example of it");
    assertEquals(List.of("an", text, "of", "it"), cut("an " + text + " of it"));
  }

  @Test
  void aHyphenAnywhereElseParts() {
    same("well-known", "well known");
    same("well-\nKnown", "well known");
    same("well- known", "well known");
    same("well\u00AD known", "well known");
    same("word-- \nnext", "word next");
    same("word -\nnext", "word next");
    same("pages 10-\n", "pages 10");
    same("pages 10-\n(twelve)", "pages 10 twelve");
  }

  private static List<String> hyphens(String text) {
    WordScanner scanner = new WordScanner();
    scanner.reset(Utf8Text.of(text));
    while (scanner.next() > 0) {}
    List<String> found = new ArrayList<>();
    Hyphens hyphens = scanner.hyphens();
    for (int i = 0; i < hyphens.count(); i++) {
      found.add(hyphens.word(i) + (hyphens.joined(i) ? " joined" : " parted"));
    }
    return found;
  }

  @Test
  void hyphensAreNotedForTheirOtherReading() {
    assertEquals(List.of("1 joined"), hyphens("an exam-\nple of it"));
    assertEquals(List.of("1 parted"), hyphens("a well-\nKnown man"));
    assertEquals(List.of("1 parted"), hyphens("a well- known man"));
    assertEquals(List.of("1 parted"), hyphens("a well\u00AD known man"));
    assertEquals(List.of("1 parted"), hyphens("a well-known man"));
    assertEquals(List.of(), hyphens("a man - and -\nno more -- \nthan"));
  }

  @Test
  void theTwoPartsOfAJoinedWordAreKnown() {
    WordScanner scanner = new WordScanner();
    scanner.reset(Utf8Text.of("the light-\nhouse"));
    assertEquals(2, scanner.next());
    assertEquals(hashes("light")[0], scanner.hyphens().left(0));
    assertEquals(hashes("house")[0], scanner.hyphens().right(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1023, 1024, 1025, 2048, 2049})
  void batchesLoseNothing(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i % 7 == 0 ? "wört" : "word").append(i).append(' ');
    }
    WordScanner scanner = new WordScanner();
    scanner.reset(Utf8Text.of(text.toString()));
    int sum = 0;
    for (int n = scanner.next(); n > 0; n = scanner.next()) {
      assertEquals(Math.min(WordScanner.BATCH, count - sum), n);
      assertEquals(hashes("wört" + sum)[0] == scanner.hashes()[0], sum % 7 == 0);
      sum += n;
    }
    assertEquals(count, sum);
    assertEquals(count, Words.of(Utf8Text.of(text.toString())).count());
  }

  @Test
  void aJoinedWordAtABatchsEdgeKeepsItsOrdinal() {
    String text = "of ".repeat(1023) + "light-\nhouse " + "keep- er";
    assertEquals(List.of("1023 joined", "1024 parted"), hyphens(text));
  }

  @Test
  void twoWordsWrittenAsOneHaveTheHashOfTheTwo() {
    Words two = Words.of(Utf8Text.of("Ægir ﬁsh " + "long".repeat(40)));
    same("ægirﬁsh", "aegirfish");
    assertEquals(hashes("ægirfish")[0], two.joined(0));
    assertEquals(hashes("fish" + "long".repeat(40))[0], two.joined(1));
    assertEquals(hashes("fishx")[0], WordScanner.concat(hashes("fish")[0], hashes("x")[0], 1));
  }

  @Test
  void lettersSetApartAreWords() {
    same("l e t t e r s  a r e  h e r e", "letters are here");
    same("a b c d e", "a b c d e f".substring(0, 9));
    assertEquals(5, cut("a b c d e").size());
    assertEquals(1, cut("a b c d e f").size());
    assertEquals(9, cut("1 2 3 4 5 6 7 8 9").size());
  }

  @Test
  @Timeout(20)
  void aLongRowOfDigitsTakesNoLongerAWord() {
    // each digit looked through the whole rest of the row once: minutes
    assertEquals(400_000, Words.of(Utf8Text.of("0 1 ".repeat(200_000))).count());
    assertEquals(200_000, Words.of(Utf8Text.of("我 是 ".repeat(100_000))).count());
    assertEquals(1, Words.of(Utf8Text.of("a b ".repeat(200_000))).count());
    assertEquals(100_000, Words.of(Utf8Text.of("& a &amp ".repeat(100_000))).count() / 2);
  }

  @Test
  void aTextIsReadOnlyWithinItsBounds() {
    byte[] bytes = "inside outside".getBytes(StandardCharsets.UTF_8);
    Words words = Words.of(new Utf8Text(bytes, 2, 4));
    assertEquals(1, words.count());
    assertEquals("side", words.quote(0, 1));
    assertEquals(hashes("side")[0], words.hash(0));
    byte[] hyphen = "exam-\nple".getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= hyphen.length; length++) {
      String cut = new String(hyphen, 0, length, StandardCharsets.UTF_8);
      assertEquals(cut(cut).size(), Words.of(new Utf8Text(hyphen, 0, length)).count());
    }
    assertFalse(cut("exam-").contains("exam-"));
  }
}
