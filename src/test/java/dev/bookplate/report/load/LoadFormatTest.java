package dev.bookplate.report.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoadFormatTest {
  private static final List<String> HARD =
      List.of(
          "\u00DEorsteins saga \u00FE\u00FE",
          "Windows\u00AE and \u00AE",
          "line one\nline two\r\nline three\r",
          "a \"quoted\" title, with commas; and semicolons;",
          "back\\slash \\u00fe \\;",
          "\u0014\u0000\u001b[31m",
          "=cmd()",
          "'=cmd()",
          "\u4EE3\u66F8\u65E5\u8A18",
          "\u05E1\u05E4\u05E8 \u202Egnp.exe",
          " blanks ",
          "\uD83D\uDCDA");

  @Test
  void whatIsReadBackIsWhatWasWritten() {
    for (LoadFormat format : LoadFormat.values()) {
      for (String text : HARD) {
        roundTrip(format, LoadField.TITLE, List.of(text));
      }
      roundTrip(format, LoadField.WORKAUTHOR, HARD);
      roundTrip(format, LoadField.WORKAUTHOR, List.of("=1", "2"));
    }
  }

  @Property(tries = 500)
  void anyTextsAreReadBack(@ForAll @Size(max = 4) List<String> drawn) {
    List<String> texts = new ArrayList<>();
    drawn.stream().filter(text -> !text.isEmpty()).forEach(texts::add);
    for (LoadFormat format : LoadFormat.values()) {
      roundTrip(format, LoadField.ISBN, texts);
    }
  }

  private static void roundTrip(LoadFormat format, LoadField field, List<String> values) {
    String cell = format.cell(field, values);
    if (format == LoadFormat.CONCORDANCE) {
      assertFalse(cell.matches("(?s).*[\u0014\u00FE\r\n].*"), cell);
    }
    assertEquals(values, format.values(field, cell), format + " " + cell);
  }

  @Test
  void aCharacterThatTheEncodingLacksIsAnError() throws Exception {
    assertEquals("caf\u00E9", LoadEncoding.WINDOWS_1252.text(bytes("caf\u00E9")));
    assertThrows(java.nio.charset.CharacterCodingException.class, () -> bytes("\u4EE3"));
    assertEquals(0x4EE3, LoadEncoding.WINDOWS_1252.firstMissing("a\u4EE3"));
  }

  private static byte[] bytes(String text) throws java.io.IOException {
    return LoadEncoding.WINDOWS_1252.bytes(text);
  }

  @Test
  void headersOfAllProfilesNameTheirFields() {
    for (LoadField field : LoadField.values()) {
      for (LoadProfile profile : LoadProfile.values()) {
        assertEquals(field, LoadField.named(profile.header(field)).orElseThrow());
      }
    }
  }

  @Test
  void numbersAreFilledAndNeverGrow() {
    BatesNumbers numbers = new BatesNumbers("ABC-", 4, 1);
    assertEquals("ABC-0012", numbers.of(12));
    assertThrows(IllegalArgumentException.class, () -> numbers.of(10_000));
    assertThrows(IllegalArgumentException.class, () -> new BatesNumbers("AB1", 4, 1));
    assertThrows(IllegalArgumentException.class, () -> new BatesNumbers("../x", 4, 1));
  }
}
