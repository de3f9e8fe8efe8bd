package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({"0, 0%", "1, 100%", "0.87, 87%", "0.0187, 1.87%", "0.0001, 0.01%", "0.9978, 99.78%"})
  void sharesKeepTheirDigits(double share, String shown) {
    assertEquals(shown, Figures.percent(share));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "999949, 1000 kB",
    "999950, 1.0 MB",
    "48812345, 49 MB",
    "9223372036854775807, 9.2 EB"
  })
  void bytesHaveAShortUnit(long bytes, String shown) {
    assertEquals(shown, Figures.bytes(bytes));
  }
}
