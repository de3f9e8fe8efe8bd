package dev.bookplate.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("ByteBufferBackingArray") // all are allocated here
class MobiBookTest {
  private static final String PAGE =
      "<html><head><title>x</title></head><body><h1>The Lamp</h1><p>The keeper wound the clock at"
          + " dusk, the keeper counted caf\u00e9s.</p></body></html>";
  private static final String TEXT =
      "The Lamp\nThe keeper wound the clock at dusk, the keeper counted caf\u00e9s.\n";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A Palm database of records. */
  private static byte[] file(String type, List<byte[]> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(Arrays.copyOf(utf8("The_Lamp"), 60));
    out.write(utf8(type));
    out.write(new byte[8]);
    out.writeShort(records.size());
    int at = 78 + 8 * records.size() + 2;
    for (byte[] record : records) {
      out.writeInt(at);
      out.writeInt(0);
      at += record.length;
    }
    out.writeShort(0);
    for (byte[] record : records) {
      out.write(record);
    }
    return bytes.toByteArray();
  }

  private static ByteBuffer header(int compression, int length, int records, byte[] exth) {
    ByteBuffer header = ByteBuffer.allocate(16 + 0xE8 + exth.length + 8);
    header.putShort(0, (short) compression).putInt(4, length).putShort(8, (short) records);
    header.position(16);
    header.put(utf8("MOBI")).putInt(0xE8).putInt(2).putInt(65001).putInt(7).putInt(6);
    header.putInt(84, 16 + 0xE8 + exth.length).putInt(88, 8);
    header.putInt(128, exth.length == 0 ? 0 : 0x40);
    header.position(16 + 0xE8);
    header.put(exth).put(utf8("The Lamp"));
    return header;
  }

  private static byte[] exth(Object... typesAndValues) {
    ByteBuffer exth = ByteBuffer.allocate(1000);
    exth.put(utf8("EXTH")).putInt(0).putInt(typesAndValues.length / 2);
    for (int i = 0; i < typesAndValues.length; i += 2) {
      byte[] value = utf8((String) typesAndValues[i + 1]);
      exth.putInt((Integer) typesAndValues[i]).putInt(8 + value.length).put(value);
    }
    return Arrays.copyOf(exth.array(), exth.position());
  }

  private static Extracted read(byte[] file) throws ExtractionException, IOException {
    return new Extractor(null, 1 << 20).extract(file, "a.mobi");
  }

  private static byte[] plain() throws IOException {
    byte[] page = utf8(PAGE);
    byte[] exth =
        exth(100, "Ada Holm", 101, "A house", 104, "9780306406157", 113, "B000000000", 524, "en");
    byte[] first = Arrays.copyOf(page, 40);
    byte[] second = Arrays.copyOfRange(page, 40, page.length);
    return file("BOOKMOBI", List.of(header(1, page.length, 2, exth).array(), first, second));
  }

  @Test
  void anUnpackedBookIsReadWithWhatItSaysOfItself() throws Exception {
    Extracted book = read(plain());
    assertEquals(TEXT, book.text());
    assertEquals("bookplate-0.1 mobi6", book.extractor());
    assertEquals(
        new Extracted.Metadata(
            "The Lamp",
            List.of("Ada Holm"),
            List.of("9780306406157", "ASIN:B000000000"),
            "en",
            "A house",
            null,
            null),
        book.metadata());
  }

  /** Letters as they are, a blank with its letter, and a reference to what stands before. */
  @Test
  void palmDocIsUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(utf8("the keeper"));
    packed.write('a' ^ 0x80 | 0x80);
    packed.writeBytes(utf8("nd"));
    packed.write(' ');
    packed.write(0x80);
    packed.write(15 << 3 | 10 - 3); // fifteen back, ten long
    packed.write(2);
    packed.writeBytes(utf8("\u00e9"));
    String text = new String(PalmDoc.unpack(packed.toByteArray()), StandardCharsets.UTF_8);
    assertEquals("the keeper and the keeper\u00e9", text);
  }

  @Test
  void trailersBehindTheTextOfRecordsAreNoText() throws Exception {
    byte[] page = utf8(PAGE);
    ByteBuffer header = header(1, page.length, 1, new byte[0]);
    header.putShort(242, (short) 3);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(page);
    record.write(0); // of a letter that goes on: none
    record.writeBytes(new byte[] {1, 2, 3, (byte) (0x80 | 4)});
    assertEquals(
        TEXT, read(file("BOOKMOBI", List.of(header.array(), record.toByteArray()))).text());
  }

  /** A code of eight bits each: the phrase i is the byte 255 - i. */
  @Test
  void huffmanCodedPhrasesAreUnpackedAlsoWithinEachOther() throws Exception {
    List<byte[]> phrases =
        List.of(
            utf8(PAGE.substring(0, 30)),
            utf8(PAGE.substring(30)),
            new byte[] {(byte) 255, (byte) 254});
    ByteBuffer huff = ByteBuffer.allocate(24 + 1024 + 256);
    huff.put(utf8("HUFF")).putInt(24).putInt(24).putInt(24 + 1024);
    for (int i = 0; i < 256; i++) {
      huff.putInt(24 + 4 * i, 255 << 8 | 0x80 | 8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream cdic = new DataOutputStream(bytes);
    cdic.write(utf8("CDIC"));
    cdic.writeInt(16);
    cdic.writeInt(phrases.size());
    cdic.writeInt(8);
    int at = 2 * phrases.size();
    for (byte[] phrase : phrases) {
      cdic.writeShort(at);
      at += 2 + phrase.length;
    }
    for (int i = 0; i < phrases.size(); i++) {
      cdic.writeShort(phrases.get(i).length | (i == 2 ? 0 : 0x8000));
      cdic.write(phrases.get(i));
    }
    ByteBuffer header = header(17480, utf8(PAGE).length, 1, new byte[0]);
    header.putInt(112, 2).putInt(116, 2);
    byte[] text = {(byte) (255 - 2)};
    byte[] dictionary = bytes.toByteArray();
    assertEquals(
        TEXT,
        read(file("BOOKMOBI", List.of(header.array(), text, huff.array(), dictionary))).text());
    // a phrase that is itself
    dictionary[dictionary.length - 2] = (byte) (255 - 2);
    assertEquals(
        Reason.CORRUPT,
        assertThrows(
                ExtractionException.class,
                () ->
                    read(file("BOOKMOBI", List.of(header.array(), text, huff.array(), dictionary))))
            .reason());
  }

  @Test
  void aLockedBookSaysSo() throws Exception {
    byte[] page = utf8(PAGE);
    ByteBuffer header = header(1, page.length, 1, new byte[0]);
    header.putShort(12, (short) 2);
    byte[] file = file("BOOKMOBI", List.of(header.array(), page));
    assertEquals(Reason.DRM, assertThrows(ExtractionException.class, () -> read(file)).reason());
  }

  @Test
  void aPalmDocTextIsPlainText() throws Exception {
    byte[] text = utf8("The keeper wound the clock.");
    ByteBuffer header = ByteBuffer.allocate(16);
    header.putShort(0, (short) 1).putInt(4, text.length).putShort(8, (short) 1);
    Extracted book = read(file("TEXtREAd", List.of(header.array(), text)));
    assertEquals("The keeper wound the clock.", book.text());
    assertEquals("The Lamp", book.metadata().title());
  }

  @Test
  void aBookThatIsCutOffAnywhereSaysSo() throws Exception {
    byte[] whole = plain();
    for (int length = 69; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      ExtractionException e = assertThrows(ExtractionException.class, () -> read(cut), "" + length);
      assertEquals(Reason.CORRUPT, e.reason());
      assertTrue(e.getMessage().contains("get the file anew"), e.getMessage());
    }
  }
}
