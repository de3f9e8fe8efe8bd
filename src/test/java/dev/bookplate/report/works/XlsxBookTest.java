package dev.bookplate.report.works;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets hold what was written, harmless, and the same bytes each time. */
class XlsxBookTest {
  private static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://example.org\")",
          "+1+1",
          "-1",
          "@SUM(A1)",
          "'=1",
          "\uFF1D1",
          "\t=1",
          "=cmd|' /C calc'!A0");

  @TempDir private Path folder;

  private Path write(String name, List<List<?>> rows) throws IOException {
    Path file = folder.resolve(name);
    try (XlsxBook book = new XlsxBook()) {
      Sheet sheet = book.sheet("Works", List.of("TITLE", "LIST", "NUMBER"));
      for (List<?> row : rows) {
        sheet.row(row);
      }
      book.write(file);
    }
    return file;
  }

  @Test
  void whatLooksLikeAFormulaIsAText() throws IOException, InvalidFormatException {
    List<List<?>> rows = HOSTILE.stream().<List<?>>map(List::of).toList();

    Path file = write("hostile.xlsx", rows);

    try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
      XSSFSheet sheet = book.getSheetAt(0);
      for (int i = 0; i < HOSTILE.size(); i++) {
        XSSFCell cell = sheet.getRow(i + 1).getCell(0);
        assertEquals(CellType.STRING, cell.getCellType());
        assertEquals(HOSTILE.get(i), cell.getStringCellValue());
        assertTrue(cell.getCellStyle().getQuotePrefixed(), HOSTILE.get(i));
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String xml =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertFalse(xml.contains("<f>"), xml);
    }
  }

  @Test
  void textsComeBackAsTheyStandInTheCsv() throws IOException, InvalidFormatException {
    String hidden = "a\u0000b\u202Ec";
    String escape = "the cell _x0041_ itself";
    String other = "\u05E9\u05DC\u05D5\u05DD \u4F60\u597D \uD83D\uDCDA";
    Path file =
        write(
            "texts.xlsx",
            List.of(
                Arrays.asList(hidden, List.of("a; b", "c"), 7L),
                Arrays.asList(escape, null, 0.25),
                Arrays.asList(other, List.of(), null)));

    try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertEquals("a\\u0000b\\u202ec", sheet.getRow(1).getCell(0).getStringCellValue());
      assertEquals("a\\; b; c", sheet.getRow(1).getCell(1).getStringCellValue());
      assertEquals(7.0, sheet.getRow(1).getCell(2).getNumericCellValue());
      assertEquals(escape, sheet.getRow(2).getCell(0).getStringCellValue());
      assertEquals(other, sheet.getRow(3).getCell(0).getStringCellValue());
    }
  }

  @Test
  void aTextThatIsTooLongForACellSaysThatItIsCut() throws IOException, InvalidFormatException {
    Path file = write("long.xlsx", List.of(List.of("x".repeat(40_000))));

    try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
      String text = book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue();
      assertEquals(32_767, text.length());
      assertTrue(text.endsWith("(cut: the CSV has all of it)"));
    }
  }

  @Test
  void theSameRowsAreTheSameBytes() throws IOException {
    List<List<?>> rows = List.of(List.of("a", List.of("b"), 1));

    assertArrayEquals(
        Files.readAllBytes(write("one.xlsx", rows)), Files.readAllBytes(write("two.xlsx", rows)));
  }

  @Test
  void anIsbnOf13MayHaveOneOf10() {
    assertEquals("0306406152", WorkSheet.isbn10("9780306406157"));
    assertEquals("080442957X", WorkSheet.isbn10("9780804429573"));
    assertEquals(null, WorkSheet.isbn10("9791090636071"));
  }
}
