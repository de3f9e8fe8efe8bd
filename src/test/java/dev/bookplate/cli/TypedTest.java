package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.QuotePolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

/** What was typed and what it means. */
class TypedTest {
  @Test
  void sizes() {
    ByteSize size = new ByteSize();

    assertEquals(1, size.convert("1"));
    assertEquals(500 << 10, size.convert("500K"));
    assertEquals(64 << 20, size.convert("64m"));
    assertEquals(1 << 30, size.convert("1GB"));
    assertEquals(Integer.MAX_VALUE - 16, size.convert("2G"));
    for (String bad : List.of("", "0", "-1", "1.5G", "M", "1T", "3G", "9999999999G")) {
      assertThrows(TypeConversionException.class, () -> size.convert(bad), bad);
    }
  }

  @Test
  void quotes() {
    Quotes quotes = new Quotes();

    assertEquals(QuotePolicy.DEFAULT, quotes.convert("60"));
    assertEquals(new QuotePolicy(25, 250), quotes.convert("25"));
    assertTrue(quotes.convert("none").isNone());
    assertTrue(quotes.convert("0").isNone());
    for (String bad : List.of("", "-1", "None", "12345678", "6 0")) {
      assertThrows(TypeConversionException.class, () -> quotes.convert(bad), bad);
    }
  }

  @Test
  void tolerances() {
    Tolerance.Converter tolerance = new Tolerance.Converter();

    assertTrue(tolerance.convert("2").covers(counts(1000, 2)));
    assertFalse(tolerance.convert("2").covers(counts(1000, 3)));
    assertTrue(tolerance.convert("0.3%").covers(counts(1000, 3)));
    assertFalse(tolerance.convert("0.29%").covers(counts(1000, 3)));
    assertTrue(Tolerance.NONE.covers(counts(0, 0)));
    assertFalse(Tolerance.NONE.covers(counts(1, 1)));
    for (String bad : List.of("", "-1", "1.5", "%", "1 %", ".5%", "1000%")) {
      assertThrows(TypeConversionException.class, () -> tolerance.convert(bad), bad);
    }
  }

  private static Manifest.Counts counts(long seen, long mayHoldText) {
    return new Manifest.Counts(
        1, 1, seen, 0, Map.of(), mayHoldText, mayHoldText, 0, 0, 1, 0, Map.of(), 0, Map.of(), null);
  }

  @Test
  void theCacheStandsWhereTheEnvironmentSays() {
    Path home = Path.of(System.getProperty("user.home"), ".cache", "bookplate");

    assertEquals(
        Path.of("mine"), CacheFolder.of(Map.of("BOOKPLATE_CACHE", "mine", "XDG_CACHE_HOME", "/x")));
    assertEquals(Path.of("/x/bookplate"), CacheFolder.of(Map.of("XDG_CACHE_HOME", "/x")));
    assertEquals(home, CacheFolder.of(Map.of("XDG_CACHE_HOME", "relative")));
    assertEquals(home, CacheFolder.of(Map.of("BOOKPLATE_CACHE", "")));
  }
}
