package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, \\u{0}",
    "1B, \\u{1B}",
    "7F, \\u{7F}",
    "9B, \\u{9B}",
    "AD, \\u{AD}",
    "200B, \\u{200B}",
    "200D, \\u{200D}",
    "202E, \\u{202E}",
    "2067, \\u{2067}",
    "2028, \\u{2028}",
    "FEFF, \\u{FEFF}",
    "FFFE, \\u{FFFE}",
    "E0041, \\u{E0041}",
    "3164, \\u{3164}",
    "61C, \\u{61C}"
  })
  void whatHidesIsShownByNumber(String codePoint, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
    assertEquals("a" + shown + "b", VisibleText.oneLine(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "na\u00EFve \u201Cquoted\u201D \u2014 text",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "\u0915\u094D\u200D\u0937",
        "\uD83D\uDC69\u200D\uD83D\uDCBB",
        "\u845B\uDB40\uDD00",
        "e\u0301",
        "\u05E9\u05DC\u05D5\u05DD"
      })
  void spellingIsLeftAsItIs(String text) {
    assertEquals(text, VisibleText.oneLine(text));
  }

  @org.junit.jupiter.api.Test
  void loneSurrogatesAndLineEnds() {
    assertEquals("a\\u{D800}b c d", VisibleText.oneLine("a\uD800b\r\nc\td"));
    assertEquals("a\\u{D}b", VisibleText.oneLine("a\rb"));
  }

  @Property
  void nothingThatSteersATerminalIsLeft(@ForAll String text) {
    assertTrue(
        VisibleText.oneLine(text)
            .codePoints()
            .noneMatch(c -> Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E)));
  }
}
