package dev.bookplate.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FoldingTest {
  /** Letters of every living alphabet, which every Java of 21 and later knows alike. */
  private static final Set<UnicodeScript> OLD =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.HEBREW,
          UnicodeScript.ARABIC,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.THAI,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA);

  private static String readable(int c) {
    int code = Folding.code(c);
    return switch (Folding.kind(code)) {
      case Folding.SEPARATOR -> "";
      case Folding.IGNORED -> "I";
      case Folding.APOSTROPHE -> "A";
      case Folding.HYPHEN -> "H";
      case Folding.LETTER -> "L " + letter(code, c);
      case Folding.CHARACTER -> "C " + letter(code, c);
      case Folding.CLUSTER -> "T " + letter(code, c);
      case Folding.SEQUENCE -> sequence(code);
      default -> throw new AssertionError(Integer.toHexString(c));
    };
  }

  private static String letter(int code, int c) {
    int letter = Folding.letter(code);
    return letter == c ? "=" : Integer.toHexString(letter);
  }

  private static String sequence(int code) {
    StringBuilder out = new StringBuilder("L");
    for (int letter : Folding.letters(code)) {
      out.append(' ').append(Integer.toHexString(letter));
    }
    return out.toString();
  }

  /** Letters that a text counts as, and where something parts words minus its kind. */
  private static List<Integer> letters(String text) {
    List<Integer> letters = new ArrayList<>();
    text.codePoints()
        .map(Folding::code)
        .forEach(
            code -> {
              switch (Folding.kind(code)) {
                case Folding.LETTER, Folding.CHARACTER, Folding.CLUSTER ->
                    letters.add(Folding.letter(code));
                case Folding.SEQUENCE -> IntStream.of(Folding.letters(code)).forEach(letters::add);
                case Folding.IGNORED, Folding.APOSTROPHE -> {}
                default -> part(letters, -1 - Folding.kind(code));
              }
            });
    return letters;
  }

  private static void part(List<Integer> letters, int kind) {
    if (letters.isEmpty() || letters.get(letters.size() - 1) != kind) {
      letters.add(kind);
    }
  }

  private static void sameAsGenerated(IntPredicate which) {
    List<String> wrong = new ArrayList<>();
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      if (which.test(c) && !(c >= 0xAC00 && c <= 0xD7A3)) {
        String made = FoldingTable.rule(c);
        if (!made.equals(readable(c))) {
          wrong.add(String.format(Locale.ROOT, "%X: table %s, made %s", c, readable(c), made));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void livingAlphabetsAreAsTheGeneratorMakesThem() {
    sameAsGenerated(c -> c < 0x3000 && OLD.contains(UnicodeScript.of(c)) || c < 0x600);
  }

  @Test
  void onTheJavaOfItsUnicodeTheWholeTableIsAsTheGeneratorMakesIt() {
    // CJK extension I came with Unicode 15.1, the Garay digits with 16, more Arabic with 17
    boolean sixteen = Character.isDefined(0x10D40) && !Character.isDefined(0x088F);
    Assumptions.assumeTrue(sixteen, "another Unicode than the table's");
    sameAsGenerated(c -> true);
  }

  @Test
  void aLetterIsTheSameWholeAndTakenApart() {
    List<String> wrong = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean note = c >= 0x1D100 && c <= 0x1D1FF; // taken apart into a head and a stem
      if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE && !note) {
        String whole = Character.toString(c);
        for (Form form : List.of(Form.NFD, Form.NFC)) {
          String apart = Normalizer.normalize(whole, form);
          if (!letters(whole).equals(letters(apart))) {
            wrong.add(String.format(Locale.ROOT, "%X %s", c, Character.getName(c)));
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aLetterIsTheSameInEitherCase() {
    List<String> wrong = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isLetter(c)) {
        String letter = Character.toString(c);
        String upper = letter.toUpperCase(Locale.ROOT);
        String lower = letter.toLowerCase(Locale.ROOT);
        // a later Java may know a capital that the table does not
        boolean known = letters(upper + lower).stream().allMatch(l -> l >= 0);
        if (known
            && (!letters(letter).equals(letters(upper))
                || !letters(letter).equals(letters(lower)))) {
          wrong.add(String.format(Locale.ROOT, "%X %s", c, Character.getName(c)));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void foldingAFoldedLetterChangesNothing() {
    List<String> wrong = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String folded =
          letters(Character.toString(c)).stream()
              .filter(l -> l >= 0)
              .map(Character::toString)
              .reduce("", String::concat);
      if (!folded.isEmpty() && !letters(folded).equals(letters(Character.toString(c)))) {
        wrong.add(String.format(Locale.ROOT, "%X %s", c, Character.getName(c)));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void hangulSyllablesAreTheirLetters() {
    for (int c = 0xAC00; c <= 0xD7A3; c++) {
      String apart = Normalizer.normalize(Character.toString(c), Form.NFD);
      assertEquals(letters(Character.toString(c)), apart.codePoints().boxed().toList());
    }
  }

  @Test
  void lettersOfOneAlphabetStayApart() {
    String english = "abcdefghijklmnopqrstuvwxyz0123456789";
    assertEquals(36, english.codePoints().map(Folding::code).distinct().count());
    assertNotEquals(letters("\u0434"), letters("\u0442")); // Cyrillic de and te
    assertNotEquals(letters("\u05D4"), letters("\u05D7")); // Hebrew he and het
  }
}
