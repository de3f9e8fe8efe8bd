package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class MarcTest {
  private static final String F = "\u001F";

  /** Fields of a record, each its tag and what stands in it. */
  private static final String[] FEN = {
    "001", "42",
    "003", "XyZ",
    "005", "20240203040506.0",
    "008", "240203s1987    enka          000 1 eng d",
    "010", "  " + F + "a   87012345 ",
    "017", "  " + F + "aTX 2-345-678" + F + "bU.S. Copyright Office" + F + "d19880102",
    "020", "  " + F + "a0306406152 (pbk.) :" + F + "c$3",
    "020", "  " + F + "z9781509854172",
    "035", "  " + F + "a(OCoLC)ocm01234567",
    "100", "1 " + F + "aQuill, Ada," + F + "d1900-1977.",
    "245", "14" + F + "aThe fen wife :" + F + "ba tale /" + F + "cAda Quill.",
    "260", "  " + F + "aEly :" + F + "bReed & Co.," + F + "cc1987.",
    "490", "1 " + F + "aMarsh tales ;" + F + "v2",
    "542", "  " + F + "dReed & Co." + F + "lUnder copyright" + F + "g1987",
    "700", "1 " + F + "aMarsh, Tom," + F + "etranslator.",
    "700", "1 " + F + "aOther, Ann." + F + "tAnother work."
  };

  private static byte[] record(char coding, Charset charset, String... fields) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringBuilder directory = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      byte[] field = (fields[i + 1] + "\u001E").getBytes(charset);
      directory.append(
          String.format(Locale.ROOT, "%s%04d%05d", fields[i], field.length % 10000, data.size()));
      data.write(field);
    }
    int base = 25 + directory.length();
    String leader =
        String.format(Locale.ROOT, "%05dcam %c22%05d a 4500", base + data.size() + 1, coding, base);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write((leader + directory + "\u001E").getBytes(StandardCharsets.ISO_8859_1));
    record.write(data.toByteArray());
    record.write(0x1D);
    return record.toByteArray();
  }

  private static byte[] fen() throws IOException {
    return record('a', StandardCharsets.UTF_8, FEN);
  }

  private static Outcomes read(byte[]... records) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.write(record);
    }
    return Outcomes.of(new MarcBinary(), all.toByteArray());
  }

  private static void assertFen(BookRow row) {
    assertEquals("marc:XyZ:42", row.key());
    assertEquals("The fen wife", row.names().title());
    assertEquals("a tale", row.names().subtitle());
    assertEquals(List.of("Quill, Ada"), row.names().authors());
    assertEquals("Marsh tales, 2", row.names().series());
    assertEquals("Reed & Co.", row.names().publisher());
    assertEquals(1987, row.names().year());
    assertEquals("eng", row.names().language());
    assertEquals(
        "[isbn:9780306406157, lccn:87012345, oclc:1234567, registration:TX0002345678]",
        row.identifiers().toString());
    assertEquals("2024-02-03", row.asOf());
    assertEquals("Reed & Co.", row.standing().holder());
    assertEquals(
        new Standing.Registration("TX0002345678", "TX 2-345-678", "1988-01-02", null, false),
        row.standing().registrations().get(0));
    assertEquals(
        List.of(
            "life: Quill, Ada: 1900-1977",
            "contributor: translator Marsh, Tom",
            "copyright-status: Under copyright",
            "copyright-date: 1987"),
        row.standing().notes());
  }

  @Test
  void readsOneRecordInAllForms() throws IOException {
    assertFen(read(fen()).only());
    StringBuilder xml =
        new StringBuilder("<collection xmlns=\"http://www.loc.gov/MARC21/slim\"><record>");
    StringBuilder json =
        new StringBuilder("[{\"leader\":\"00000cam a2200000 a 4500\",\"fields\":[");
    StringBuilder text = new StringBuilder("=LDR  00000cam a2200000 a 4500\n");
    xml.append("<leader>00000cam a2200000 a 4500</leader>");
    for (int i = 0; i < FEN.length; i += 2) {
      append(FEN[i], FEN[i + 1], xml, json, text);
    }
    assertFen(Outcomes.of(new MarcXml(), xml + "</record></collection>").only());
    assertFen(Outcomes.of(new MarcJson(), json.substring(0, json.length() - 1) + "]}]").only());
    assertFen(Outcomes.of(new MarcText(), text.toString()).only());
  }

  private static void append(
      String tag, String field, StringBuilder xml, StringBuilder json, StringBuilder text) {
    if (tag.startsWith("00")) {
      xml.append("<controlfield tag=\"" + tag + "\">" + field + "</controlfield>");
      json.append("{\"" + tag + "\":\"" + field + "\"},");
      text.append("=" + tag + "  " + field.replace(' ', '\\') + "\n");
      return;
    }
    xml.append("<datafield tag=\"" + tag + "\" ind1=\"" + field.charAt(0) + "\" ind2=\" \">");
    json.append(
        "{\"" + tag + "\":{\"ind1\":\"" + field.charAt(0) + "\",\"ind2\":\" \",\"subfields\":[");
    text.append("=" + tag + "  " + field.substring(0, 2).replace(' ', '\\'));
    String[] parts = field.substring(3).split(F, -1);
    for (String part : parts) {
      String value = part.substring(1);
      xml.append(
          "<subfield code=\""
              + part.charAt(0)
              + "\">"
              + value.replace("&", "&amp;")
              + "</subfield>");
      json.append("{\"" + part.charAt(0) + "\":\"" + value + "\"},");
      text.append("$" + part.charAt(0) + value.replace("$", "{dollar}"));
    }
    xml.append("</datafield>");
    json.setLength(json.length() - 1);
    json.append("]}},");
    text.append("\n");
  }

  @Test
  void readsMarc8AndTellsOfCodingsThatAreWrong() throws IOException {
    String[] fields = {"001", "1", "245", "00" + F + "a\u00E2Etude"};
    assertEquals("Étude", read(record(' ', StandardCharsets.ISO_8859_1, fields)).titles().get(0));
    fields[3] = "00" + F + "aÉtude";
    BookRow unsaid = read(record(' ', StandardCharsets.UTF_8, fields)).only();
    assertEquals("Étude", unsaid.names().title());
    assertEquals(
        List.of("marc-defect: it does not say that it is UTF-8"), unsaid.standing().notes());
    BookRow lying = read(record('a', StandardCharsets.ISO_8859_1, fields)).only();
    assertTrue(
        lying.standing().notes().contains("marc-defect: it says that it is UTF-8, and is not"));
    fields[3] = "00" + F + "aБолото жены и другие рассказы";
    BookRow russian = read(record(' ', Charset.forName("windows-1251"), fields)).only();
    assertEquals("Болото жены и другие рассказы", russian.names().title());
    assertTrue(russian.standing().notes().get(0).contains("windows-1251"));
  }

  @Test
  void readsDamagedRecordsAndNamesTheirDefects() throws IOException {
    byte[] longer = fen();
    longer[4]++;
    BookRow row = read(longer, fen()).rows().get(0);
    assertEquals("The fen wife", row.names().title());
    assertTrue(row.standing().notes().toString().contains("marc-defect: it says that it is"));
    byte[] directory = fen();
    directory[24 + 10] = '9';
    BookRow shifted = read(directory).only();
    assertEquals("The fen wife", shifted.names().title());
    assertTrue(shifted.standing().notes().toString().contains("its directory is wrong"));
    Outcomes holding =
        read(record('a', StandardCharsets.UTF_8, "001", "1", "852", "  " + F + "bX"));
    assertTrue(holding.rejected().get(0).reason().contains("no title"), holding.toString());
  }

  @Test
  void readsFieldsThatAreLongerThanTheirDigitsCanSay() throws IOException {
    String note = "  " + F + "a" + "x".repeat(12_000);
    BookRow row =
        read(record('a', StandardCharsets.UTF_8, "001", "1", "500", note, "245", "00" + F + "aFen"))
            .only();
    assertEquals("Fen", row.names().title());
  }

  @Test
  void clippedAnywhereItIsSaid() throws IOException {
    byte[] two = Arrays.copyOf(fen(), 2 * fen().length);
    System.arraycopy(fen(), 0, two, fen().length, fen().length);
    for (int end = 1; end < two.length; end++) {
      Outcomes all = Outcomes.of(new MarcBinary(), Arrays.copyOf(two, end));
      int whole = end / fen().length;
      assertEquals(whole, all.rows().size(), "clipped at " + end);
      assertEquals(end % fen().length == 0 ? 0 : 1, all.rejected().size(), "clipped at " + end);
    }
  }

  @Test
  void anyFlippedByteLeavesTheOtherRecordsAlone() throws IOException {
    for (int at = 0; at < fen().length; at += 11) {
      byte[] flipped = fen();
      flipped[at] ^= 0x15;
      Outcomes all = read(flipped, fen(), fen());
      int seen = all.rows().size() + all.rejected().size();
      assertTrue(seen >= 2 && all.rows().size() >= 2, "flipped at " + at + ": " + all.rejected());
    }
  }

  @Test
  void readsUnimarc() throws IOException {
    BookRow row =
        read(record(
                ' ',
                StandardCharsets.UTF_8,
                "001",
                "7",
                "010",
                "  " + F + "a2-07-036822-X",
                "101",
                "0 " + F + "afre",
                "200",
                "1 " + F + "aLa femme du marais" + F + "econte",
                "210",
                "  " + F + "aParis" + F + "cRoseau" + F + "d1999",
                "700",
                " 1" + F + "aPlume" + F + "bAda"))
            .only();
    assertEquals("La femme du marais", row.names().title());
    assertEquals("conte", row.names().subtitle());
    assertEquals(List.of("Plume, Ada"), row.names().authors());
    assertEquals("Roseau", row.names().publisher());
    assertEquals(1999, row.names().year());
    assertEquals(1, row.identifiers().size());
  }

  @Test
  void namesDefectsOfXmlAndBreaksOfJson() throws IOException {
    BookRow row =
        Outcomes.of(
                new MarcXml(),
                "<record type=\"Odd\" xmlns=\"http://www.loc.gov/MARC21/slim\"><controlfield>1"
                    + "</controlfield><datafield tag=\"245\" ind1=\"0\" ind2=\"0\"><subfield"
                    + " code=\"a\">Fen</subfield></datafield></record>")
            .only();
    assertEquals(
        List.of(
            "marc-type:",
            "marc-defect: its type, Odd, is none of MARC",
            "marc-defect: a control field has no tag"),
        row.standing().notes().stream().map(String::strip).toList());
    Outcomes json =
        Outcomes.of(
            new MarcJson(),
            """
            {"leader":"","fields":[{"245":{"subfields":[{"a":"Fen"}]}}]}
            {"x":1}
            {"fie\
            """);
    assertEquals(List.of("Fen"), json.titles());
    assertEquals(2, json.rejected().size());
    assertTrue(json.rejected().get(1).reason().contains("broken"), json.toString());
  }

  @Test
  void readsMnemonics() {
    assertEquals("Łódź {odd} $", MarcMnemonics.text("{Lstrok}{acute}od{acute}z {odd} {dollar}"));
  }

  @Test
  void recognisesItsForms() throws IOException {
    String head = new String(fen(), StandardCharsets.ISO_8859_1);
    assertTrue(new MarcBinary().recognises(head, "x.dat"));
    assertFalse(new MarcBinary().recognises("SQLite format 3\0\u001E\u001F", "x.db"));
    assertTrue(new MarcText().recognises("=LDR  00000", "x"));
    assertTrue(new MarcJson().recognises("{\"leader\": \"00000\"", "x"));
    assertTrue(new MarcXml().recognises("<record><leader>", "x"));
  }
}
