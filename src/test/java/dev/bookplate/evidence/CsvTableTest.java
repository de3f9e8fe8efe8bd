package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  record Row(String text, List<String> list, int number, Long big, Double share, boolean yes) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("plain", List.of("a", "b"), 1, 2L, 0.5, true),
          new Row("=1+1", List.of("=2", "@x"), -7, null, null, false),
          new Row("'=1+1", List.of("a;b", "c; d", " e"), 0, -1L, 1.0, false),
          new Row("say \"hi\", you\r\nand\nyou", List.of(), 0, null, 0.0, true),
          new Row(
              "\u0000\u001b[31m\u202Eevil\\u0041\uFEFF\uD800", List.of("\\;"), 0, null, 0.1, true),
          new Row(null, List.of("\tx"), Integer.MAX_VALUE, Long.MIN_VALUE, 1e-9, false));

  @Test
  void rowsReadBackAsTheyWere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, written(ROWS));
    try (Stream<Row> rows = new CsvTable<>(Row.class).read(file)) {
      assertEquals(ROWS, rows.toList());
    }
  }

  @Test
  void anotherReaderSeesGuardedCells() throws Exception {
    try (var csv = CsvReader.builder().ofCsvRecord(written(ROWS))) {
      List<List<String>> cells = csv.stream().map(row -> row.getFields()).toList();
      assertEquals(List.of("text", "list", "number", "big", "share", "yes"), cells.get(0));
      assertEquals(List.of("plain", "a; b", "1", "2", "0.5", "true"), cells.get(1));
      // numbers that we make are numbers for a spreadsheet, too
      assertEquals(List.of("'=1+1", "'=2; @x", "-7", "", "", "false"), cells.get(2));
      assertEquals("''=1+1", cells.get(3).get(0));
      assertEquals("a\\;b; c\\; d;  e", cells.get(3).get(1));
      assertEquals("say \"hi\", you\r\nand\nyou", cells.get(4).get(0));
      assertEquals("\\u0000\\u001b[31m\\u202eevil\\\\u0041\\ufeff\\ud800", cells.get(5).get(0));
      assertEquals("'\tx", cells.get(6).get(1));
      assertEquals("0.000000001", cells.get(6).get(4));
    }
  }

  @Test
  void linesEndAsTheStandardSays() throws Exception {
    assertEquals(
        "text,list,number,big,share,yes\r\nplain,\"a; b\",1,2,0.5,true\r\n",
        written(ROWS.subList(0, 1)));
  }

  @Test
  void anotherHeaderOrAShortLineIsDamage(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.csv");
    String good = written(ROWS.subList(0, 1));
    Files.writeString(file, good.replace("text,", "test,"));
    assertDamaged(file, "names of the columns");
    Files.writeString(file, good.replace(",true", ""));
    assertDamaged(file, "rows.csv");
    Files.writeString(file, good.replace(",1,", ",one,"));
    assertDamaged(file, "line 2");
    Files.writeString(file, "");
    assertDamaged(file, "names of the columns");
  }

  @Property(seed = "7")
  void everyTextSurvivesAndNoneStartsAFormula(
      @ForAll @CharRange(from = '\u0000', to = '\uFFFF') String text) {
    String cell = CsvCell.ofText(text);
    assertEquals(text.isEmpty() ? null : text, CsvCell.text(cell));
    assertHarmless(cell);
  }

  @Property(seed = "7")
  void everyListSurvives(
      @ForAll
          List<
                  @net.jqwik.api.constraints.NotEmpty
                  @net.jqwik.api.constraints.Chars({';', ' ', '\\', '\'', '=', 'u', 'a'}) String>
              list) {
    String cell = CsvCell.ofList(list);
    assertEquals(list, CsvCell.list(cell));
    assertHarmless(cell);
  }

  private static void assertHarmless(String cell) {
    assertFalse(!cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0, cell);
  }

  private static void assertDamaged(Path file, String why) {
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class,
            () -> {
              try (Stream<Row> rows = new CsvTable<>(Row.class).read(file)) {
                rows.toList();
              }
            });
    assertTrue(e.getCause() instanceof RunFolderException.Damaged);
    assertTrue(e.getCause().getMessage().contains(why), e.getCause().getMessage());
  }

  private static String written(List<Row> rows) throws Exception {
    StringWriter out = new StringWriter();
    try (CsvTable.Rows<Row> csv = new CsvTable<>(Row.class).write(out)) {
      rows.forEach(csv::add);
    }
    return out.toString();
  }
}
