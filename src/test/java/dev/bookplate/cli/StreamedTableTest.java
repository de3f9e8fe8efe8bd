package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table of any length is printed as it comes. */
class StreamedTableTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void aShortOneIsAsWideAsItsCells() {
    StreamedTable table = new StreamedTable(lines::add, "ID", "TITLE");
    table.row("a-long-id", null);
    table.row("b", "Title\nof two\u001b[31m lines");
    assertEquals(List.of(), lines);
    table.end();
    assertEquals(
        List.of("ID         TITLE", "a-long-id", "b          Title of two\\u{1B}[31m lines"),
        lines);
  }

  @Test
  void aLongOneIsNotHeld() {
    StreamedTable table = new StreamedTable(lines::add, "ID", "TITLE");
    for (int i = 0; i < 1_000; i++) {
      table.row(i, "t");
    }
    assertEquals(1_001, lines.size());
    table.row("much-wider-than-before", "t");
    assertTrue(lines.getLast().startsWith("much-wider-than-before  t"), lines.getLast());
    table.end();
    assertEquals(1_002, lines.size());
  }
}
