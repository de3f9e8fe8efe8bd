package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static Outcomes csv(String text) throws IOException {
    return Outcomes.of(new CsvTable(), text);
  }

  @Test
  void guessesColumnsInSeveralLanguages() throws IOException {
    BookRow german =
        csv("""
        Autor;Titel;Verlag;Erscheinungsdatum;ISBN
        Quill, Ada;Die Moorfrau;Ried;25.05.2001;978-0-306-40615-7
        """)
            .only();
    assertEquals("Die Moorfrau", german.names().title());
    assertEquals(List.of("Quill, Ada"), german.names().authors());
    assertEquals(2001, german.names().year());
    assertEquals("Ried", german.names().publisher());
    assertEquals(List.of("published: 2001-05-25"), german.standing().notes());
    assertEquals("[isbn:9780306406157]", german.identifiers().toString());
    BookRow russian = csv("Автор\tНазвание\tГод\nАда К.\tБолото\t1999\n").only();
    assertEquals("Болото", russian.names().title());
    BookRow japanese = csv("書名,著者,出版社\n沼の妻,羽根,葦社\n").only();
    assertEquals(List.of("羽根"), japanese.names().authors());
    BookRow french = csv("Titre,Prénom,Nom\nLe marais,Ada,Plume\n").only();
    assertEquals(List.of("Plume, Ada"), french.names().authors());
  }

  @Test
  void takesColumnsThatAreGiven() throws IOException {
    ColumnChoice choice = ColumnChoice.parse("title=Werk, Band,author=#2");
    assertEquals(List.of("Werk, Band"), choice.columns().get(BookColumn.TITLE));
    RowFormat format = new CsvTable().with(choice).orElseThrow();
    BookRow row = Outcomes.of(format, "\"Werk, Band\",Wer,ISBN\nFen,Ada Quill,\n").only();
    assertEquals("Fen", row.names().title());
    assertEquals(List.of("Ada Quill"), row.names().authors());
    RowFormat bare = new CsvTable().with(ColumnChoice.parse("title=#1,author=#2")).orElseThrow();
    assertEquals(List.of("Fen", "Salt"), Outcomes.of(bare, "Fen,Ada\nSalt,Tom\n").titles());
    RowFormat missing = new CsvTable().with(ColumnChoice.parse("title=Nope")).orElseThrow();
    Outcomes none = Outcomes.of(missing, "Wer,ISBN\nx,y\n");
    assertTrue(none.rejected().get(0).reason().contains("no column Nope"), none.toString());
    assertThrows(IllegalArgumentException.class, () -> ColumnChoice.parse("colour=red"));
    assertThrows(IllegalArgumentException.class, () -> ColumnChoice.parse("title="));
  }

  @Test
  void findsTheHeaderUnderOtherLinesAndSaysWhatItTook() throws IOException {
    try (RowReader reader =
        new CsvTable()
            .open(
                new Source.OfBytes(
                    "Backlist 2024,,\nReed & Co,,\nTitle,Author,E-ISBN\nFen,Ada Quill,9780306406157\n"
                        .getBytes(StandardCharsets.UTF_8)),
                "list")) {
      RowOutcome.Read row = (RowOutcome.Read) reader.next();
      assertEquals("Fen", row.row().names().title());
      assertEquals(3, row.row().place().row());
      assertEquals(List.of("title = Title, author = Author, isbn = E-ISBN"), reader.about());
    }
  }

  @Test
  void readsRegistrationsAndRenewals() throws IOException {
    BookRow row =
        csv("""
        Title,Claimant,Registration Number,Registration Date,Renewal Number,Renewal Date,Group
        "Fen, and 3 other titles",Ada Quill,TX 1-234-567; TXu-12-345,5/25/1983,RE 123-456,1990-01-02,
        """)
            .only();
    assertEquals(
        "[registration:TX0001234567, registration:TXU000012345, renewal:RE123456]",
        row.identifiers().toString());
    assertEquals(
        List.of(
            new Standing.Registration("TX0001234567", "TX 1-234-567", "1983-05-25", null, true),
            new Standing.Registration("TXU000012345", "TXu-12-345", "1983-05-25", null, true),
            new Standing.Registration(
                "RE123456", "RE 123-456", "1990-01-02", "TX0001234567", true)),
        row.standing().registrations());
    assertEquals("Ada Quill", row.standing().holder());
  }

  @Test
  void readsDatesOnlyAsFarAsTheyAreCertain() {
    assertEquals("2001", TableDates.iso("3/4/2001", 0));
    assertEquals("2001-05-25", TableDates.iso("25/5/2001", 0));
    assertEquals("2001-05-25", TableDates.iso("May 25, 2001", 0));
    assertEquals("2001-05-25", TableDates.iso("37036", 0));
    assertEquals("1999", TableDates.iso("1999", 0));
    assertEquals(null, TableDates.iso("2001-02-30", 0));
    assertEquals(null, TableDates.iso("soon", 0));
  }

  @Test
  void rejectsRowsThatDoNotFitAndTablesOfNothing() throws IOException {
    Outcomes all = csv("Title,Author\nFen,Ada,x\nSalt,Tom\nshort\n");
    assertEquals(List.of("Salt"), all.titles());
    assertEquals(2, all.rejected().size());
    assertTrue(all.rejected().get(0).reason().contains("3 fields and the header 2"));
    Outcomes none = csv("Colour,Height\nred,3\n");
    assertTrue(none.rejected().get(0).reason().contains("--map"), none.toString());
    Outcomes open = csv("Title,Author\nFen,Ada\nSalt,\"Tom\nand on\n");
    assertEquals(List.of("Fen"), open.titles());
    assertTrue(open.rejected().get(0).reason().contains("broken"), open.toString());
  }

  @Test
  void readsTablesOfOtherCharacterSets() throws IOException {
    String text = "Titel;Autor\nMädchen;Großmann\n";
    for (Charset charset :
        List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      Outcomes all = Outcomes.of(new CsvTable(), text.getBytes(charset));
      assertEquals(List.of("Mädchen"), all.titles(), charset.name());
    }
    Outcomes marked = csv("\uFEFF" + text);
    assertEquals(List.of("Mädchen"), marked.titles());
  }

  @Test
  void readsLongTextsThroughSmallBuffers() throws IOException {
    StringBuilder text = new StringBuilder("Title,Author\n");
    for (int i = 0; i < 3000; i++) {
      text.append("\uD83D\uDC1F fën ").append(i).append(",Ada é\n");
    }
    Outcomes all = csv(text.toString());
    assertEquals(3000, all.rows().size());
    assertEquals("\uD83D\uDC1F fën 2999", all.rows().get(2999).names().title());
  }

  @Test
  void readsJsonListsAsTables() throws IOException {
    Outcomes all =
        Outcomes.of(
            new JsonTable(),
            "[{\"Title\":\"Fen\",\"Authors\":[\"Ada Quill\",\"Tom Marsh\"]},"
                + "{\"isbn\":9780306406157,\"Title\":\"Salt\"},3]");
    assertEquals(List.of("Fen", "Salt"), all.titles());
    assertEquals(List.of("Ada Quill", "Tom Marsh"), all.rows().get(0).names().authors());
    assertEquals("[isbn:9780306406157]", all.rows().get(1).identifiers().toString());
    assertEquals(1, all.rejected().size());
  }

  private static byte[] workbook(String sheet, String shared) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Books\" sheetId=\"1\" r:id=\"a\"/>"
              + "<sheet name=\"Notes\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/>"
              + "<Relationship Id=\"b\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>");
      entry(zip, "xl/sharedStrings.xml", shared);
      entry(zip, "xl/worksheets/sheet1.xml", sheet);
      entry(
          zip,
          "xl/worksheets/sheet2.xml",
          "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>To do</t></is></c></row>"
              + "</sheetData></worksheet>");
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static final String SHARED =
      "<sst><si><t>Title</t></si><si><r><t>ISB</t></r><r><t>N</t></r></si><si><t>Year</t></si>"
          + "<si><t>Fen</t><rPh><t>x</t></rPh></si></sst>";
  private static final String SHEET =
      "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\""
          + " t=\"s\"><v>1</v></c><c r=\"D1\" t=\"s\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\""
          + " t=\"s\"><v>3</v></c><c r=\"B3\"><v>9.780306406157E12</v></c><c"
          + " r=\"D3\"><v>37036</v></c></row></sheetData></worksheet>";

  @Test
  void readsSpreadsheets() throws IOException {
    Outcomes all = Outcomes.of(new XlsxTable(), workbook(SHEET, SHARED));
    BookRow row = all.rows().get(0);
    assertEquals("Fen", row.names().title());
    assertEquals(2001, row.names().year());
    assertEquals("[isbn:9780306406157]", row.identifiers().toString());
    assertEquals(new RowPlace("source", "sheet Books", 2), row.place());
    assertEquals("sheet Notes", all.rejected().get(0).place().part());
    assertEquals(1, all.rejected().size());
  }

  @Test
  void clippedOrBrokenSpreadsheetsAreSaid() throws IOException {
    byte[] whole = workbook(SHEET, SHARED);
    for (int end = 1; end < whole.length; end += 7) {
      Outcomes all = Outcomes.of(new XlsxTable(), Arrays.copyOf(whole, end));
      assertTrue(all.rejected().size() == 1 && all.rows().isEmpty(), "clipped at " + end);
    }
    Outcomes broken = Outcomes.of(new XlsxTable(), workbook(SHEET.substring(0, 250), SHARED));
    assertTrue(broken.rejected().get(0).reason().contains("broken"), broken.toString());
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2};
    assertTrue(Outcomes.of(new XlsxTable(), old).rejected().get(0).reason().contains("encrypted"));
  }

  @Test
  void recognisesTablesByTheirHeaders() {
    assertTrue(new CsvTable().recognises("Titel;Autor;ISBN\n", "x.csv"));
    assertFalse(new CsvTable().recognises("colour,height\n", "x.csv"));
    assertFalse(new CsvTable().recognises("a line of text, and more\n", "x.txt"));
    assertTrue(new JsonTable().recognises("[{\"title\":1,\"author\":2}", "x"));
    assertFalse(new JsonTable().recognises("[{\"field\":1,\"value\":2}", "x"));
  }
}
