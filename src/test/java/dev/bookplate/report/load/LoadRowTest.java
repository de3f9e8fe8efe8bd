package dev.bookplate.report.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadRowTest {
  /** A passage of 80 words in a book of 100,000 covers this much. */
  @Test
  void smallMeasuresHaveNoExponent() {
    LoadRow row = new LoadRow().set(LoadField.WORKCOVERAGE, 8.0E-4);
    assertEquals("0.0008", row.text(LoadField.WORKCOVERAGE));
    row.set(LoadField.WORKCOVERAGE, 1.0).set(LoadField.WORDS, 80);
    assertEquals("1.0", row.text(LoadField.WORKCOVERAGE));
    assertEquals("80", row.text(LoadField.WORDS));
    row.set(LoadField.WORDS, (Object) null);
    assertEquals(List.of(), row.values(LoadField.WORDS));
  }
}
