package dev.bookplate.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypesetterTest {
  private static final float WIDTH = 20;

  private static String drawn(String text) throws IOException {
    try (Faces faces = Faces.open(List.of())) {
      return new Typesetter(faces)
          .lines(Words.plain(text), 1000).stream()
              .map(
                  line ->
                      line.pieces().stream()
                          .map(TextLine.Piece::text)
                          .collect(Collectors.joining()))
              .collect(Collectors.joining("|"));
    }
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  @Test
  void arabicLettersGetTheirForms() throws Exception {
    // seen initial, lam with alef final, meem isolated; drawn from the right
    assertEquals(reversed("\uFEB3\uFEFC\uFEE1"), drawn("\u0633\u0644\u0627\u0645"));
    // beh isolated; beh initial and final; beh medial between two
    assertEquals("\uFE8F", drawn("\u0628"));
    assertEquals(reversed("\uFE91\uFE92\uFE90"), drawn("\u0628\u0628\u0628"));
    // alef joins nothing behind it
    assertEquals(reversed("\uFE8D\uFE8F"), drawn("\u0627\u0628"));
    // Persian peh and farsi yeh have forms too
    assertEquals(reversed("\uFB58\uFBFD"), drawn("\u067E\u06CC"));
    // a non-joiner parts letters, and is not drawn
    assertEquals(reversed("\uFE8F\uFE8F"), drawn("\u0628\u200C\u0628"));
    // a mark between two letters does not part them
    assertEquals(3, drawn("\u0628\u064E\u0628").length());
    assertTrue(drawn("\u0628\u064E\u0628").contains("\uFE91"));
  }

  @Test
  void linesAreDrawnInTheOrderOfTheirScripts() throws Exception {
    assertEquals("abc", drawn("abc"));
    assertEquals("\u05D2\u05D1\u05D0", drawn("\u05D0\u05D1\u05D2"));
    assertEquals("abc \u05D2\u05D1\u05D0 def", drawn("abc \u05D0\u05D1\u05D2 def"));
    // numbers are read from left to right within Hebrew, and brackets open towards the text
    assertEquals("12 (\u05D1\u05D0)", drawn("(\u05D0\u05D1) 12"));
  }

  @Test
  void noLineIsWiderThanItMayBe() throws Exception {
    List<String> texts =
        List.of(
            "x".repeat(500),
            "a few words and then " + "W".repeat(200) + " and more words after it",
            "\u05E9\u05DC\u05D5\u05DD ".repeat(60),
            "\u0627\u0644\u0633\u0644\u0627\u0645".repeat(50),
            "e\u0301".repeat(300),
            "\u0928\u092E\u0938\u094D\u0924\u0947 ".repeat(60),
            "\u8D64\u58C1\u6000\u53E4\u3002".repeat(60),
            "1234567890".repeat(40) + " \u202E\u0000\u001B[2J");
    try (Faces faces = Faces.open(List.of())) {
      Typesetter typesetter = new Typesetter(faces);
      for (String text : texts) {
        List<TextLine> lines = typesetter.lines(Words.plain(text), WIDTH);
        assertTrue(lines.size() > 1, text);
        for (TextLine line : lines) {
          assertTrue(line.width() <= WIDTH, text);
        }
      }
      faces.requireAll();
    }
  }

  @Test
  void aLetterWithoutGlyphIsAnErrorAndASignIsShownByNumber() throws Exception {
    assertEquals("\\u{1F600}", drawn("\uD83D\uDE00"));
    try (Faces faces = Faces.open(List.of())) {
      new Typesetter(faces).lines(Words.plain("\u1781\u1780"), WIDTH);
      MissingGlyphsException e = assertThrows(MissingGlyphsException.class, faces::requireAll);
      assertTrue(e.getMessage().contains("KHMER"), e.getMessage());
      assertTrue(e.getMessage().contains("U+1780, U+1781"), e.getMessage());
    }
  }

  @Test
  void everyShippedScriptHasItsLetters() throws Exception {
    String letters =
        "\u0106\u017E\u1EC7 \u0391\u1F04 \u0416\u0457 \u05E9 \u0639 \u0561 \u10D0 \u0E01 \u0915"
            + " \u0995 \u0A95 \u0E81 \u12A0 \u0780 \u8D64\u58C1 \u3042\u30A2 \uD55C";
    try (Faces faces = Faces.open(List.of())) {
      new Typesetter(faces).lines(Words.plain(letters), WIDTH);
      faces.requireAll();
    }
  }
}
