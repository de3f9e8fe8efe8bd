package dev.bookplate.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format that is read, and each reason for which a file is not. */
class ExtractorTest {
  private static final Extractor EXTRACTOR = new Extractor(null, 1 << 20);

  @TempDir Path folder;

  private static String text(byte[] bytes, String name) throws Exception {
    return EXTRACTOR.extract(bytes, name).text();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ExtractionException refused(byte[] bytes, String name) {
    return assertThrows(ExtractionException.class, () -> EXTRACTOR.extract(bytes, name), name);
  }

  private static void assertRefused(Reason reason, byte[] bytes, String name) {
    ExtractionException e = refused(bytes, name);
    assertEquals(reason, e.reason(), e.getMessage());
  }

  @Test
  void epubIsReadInTheOrderOfItsSpine() throws Exception {
    Path file = Files.write(folder.resolve("a.epub"), Books.epub());
    Extracted book = EXTRACTOR.extract(file);
    assertEquals(Books.EPUB_TEXT, book.text());
    assertEquals("bookplate-0.1 epub", book.extractor());
    assertEquals("epub", book.format());
    assertEquals(
        new Extracted.Metadata(
            "The Salt Road",
            List.of("Ada Marsh", "Bo Reed"),
            List.of("ISBN:9780000000002", "urn:uuid:1"),
            "en",
            "Fen Press",
            "2020",
            "All rights reserved",
            new Stamps(
                List.of(),
                List.of(
                    "mimetype",
                    "META-INF/container.xml",
                    "OPS/b/two.xhtml",
                    "OPS/book.opf",
                    "OPS/one a.xhtml"))),
        book.metadata());
    assertEquals(book, EXTRACTOR.extract(Books.epub(), "wrong-name.txt"));
  }

  @Test
  void officeFilesKeepTheirParagraphs() throws Exception {
    assertEquals("First paragraph.\nSecond\nline.\n", text(Books.docx(), "a.docx"));
    assertEquals("First paragraph.\nSecond\nline.\n", text(Books.odt(), "a.odt"));
    assertEquals("First {caf\u00e9}.\nSecond line.\n", text(Books.rtf(), "a.rtf"));
    assertEquals("tika-3.3.1 docx", EXTRACTOR.extract(Books.docx(), "a.docx").extractor());
  }

  @Test
  void pdfIsRead() throws Exception {
    Extracted pdf = EXTRACTOR.extract(Books.pdf("It was late."), "a.pdf");
    assertEquals("It was late.\n", pdf.text());
    assertEquals("The Salt Road", pdf.metadata().title());
    assertEquals(List.of("Ada Marsh"), pdf.metadata().authors());
  }

  @Test
  void fictionBookIsRead() throws Exception {
    Extracted book = EXTRACTOR.extract(Books.fb2(), "a.fb2");
    assertEquals("One\nIt was late.\nSecond.\n", book.text());
    assertEquals(
        new Extracted.Metadata(
            "The Salt Road", List.of("Ada Marsh"), List.of("978-0"), "en", "Fen Press", null, null),
        book.metadata());
  }

  @Test
  void pagesAreReadAsTheyAreSeen() throws Exception {
    String page =
        "<!DOCTYPE html><html lang=en><head><meta charset=windows-1251><title>T</title><script>var"
            + " a = '<p>no</p>';</script></head><body><!-- no"
            + " --><h1>\u0414\u043e\u043c</h1><p>two\n"
            + "  words</p><pre>a\n"
            + "  b</pre><ruby>\u6f22<rt>kan</rt></ruby>"
            + "<table><tr><td>1</td><td>2</td></tr></table></body></html>";
    Extracted read = EXTRACTOR.extract(page.getBytes(Charset.forName("windows-1251")), "a.html");
    assertEquals("\u0414\u043e\u043c\ntwo words\na\n  b\n?\n1 2\n", read.text());
    assertEquals("T", read.metadata().title());
    assertEquals("en", read.metadata().language());
    assertEquals("html", EXTRACTOR.extract(utf8(page), "no-extension").format());
    assertEquals("txt", EXTRACTOR.extract(utf8(page), "a.txt").format());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,\u0414\u043e\u043c caf\u00e9",
    "UTF-16,\u0414\u043e\u043c caf\u00e9",
    "windows-1252,It was caf\u00e9 \u2013 late \u201cin the evening\u201d na\u00efve"
        + " r\u00e9sum\u00e9",
    "windows-1251,\u0412 \u043e\u0434\u0438\u043d"
        + " \u043f\u0440\u0435\u043a\u0440\u0430\u0441\u043d\u044b\u0439 \u0434\u0435\u043d\u044c"
        + " \u043e\u043d \u043f\u0440\u0438\u0448\u0451\u043b \u0434\u043e\u043c\u043e\u0439",
    "Shift_JIS,\u5c71\u8def\u3092\u767b\u308a\u306a\u304c\u3089\u3001\u3053\u3046\u8003\u3048\u305f\u3002\u667a\u306b\u50cd\u3051\u3070\u89d2\u304c\u7acb\u3064\u3002",
    "GB18030,\u6ee1\u7eb8\u8352\u5510\u8a00\uff0c\u4e00\u628a\u8f9b\u9178\u6cea\u3002\u90fd\u4e91\u4f5c\u8005\u75f4\uff0c\u8c01\u89e3\u5176\u4e2d\u5473\uff1f",
  })
  void plainTextIsReadInItsCharacterSet(String charset, String line) throws Exception {
    String text = "Plain words come first.\n".repeat(40) + (line + "\n").repeat(20);
    assertEquals(text, text(text.getBytes(Charset.forName(charset)), "a.txt"));
  }

  @Test
  void escapeSequencesNameTheirCharacterSet() throws Exception {
    String japanese = "\u6e21\u3057\u821f\u306f\u51cd\u3063\u305f\u3002\n";
    assertEquals(japanese, text(japanese.getBytes(Charset.forName("ISO-2022-JP")), "a.txt"));
    assertEquals("a \u001b$ b\n", text(utf8("a \u001b$ b\n"), "a.txt"));
    assertEquals("\u001b$B \u00e9\n", text(utf8("\u001b$B \u00e9\n"), "a.txt"));
  }

  @Test
  void aByteOrderMarkIsNoText() throws Exception {
    assertEquals("x\n", text(utf8("\uFEFFx\n"), "a.txt"));
    assertEquals("x\n", text("\uFEFFx\n".getBytes(StandardCharsets.UTF_16LE), "a.md"));
  }

  private static byte[] withByte(int bad, String before, String after) {
    byte[] start = utf8(before);
    byte[] whole = Arrays.copyOf(start, start.length + 1 + utf8(after).length);
    whole[start.length] = (byte) bad;
    System.arraycopy(utf8(after), 0, whole, start.length + 1, utf8(after).length);
    return whole;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 20, 5000})
  void utf8WithOneBadByteIsCorrupt(int valid) {
    ExtractionException e = refused(withByte(0xE9, "caf", " " + "\u00e9 ".repeat(valid)), "a.txt");
    assertEquals(Reason.CORRUPT, e.reason());
    assertEquals(
        "invalid UTF-8 at byte 3, in a file that is UTF-8 otherwise; name its character set with"
            + " --charset to have it read all the same",
        e.getMessage());
  }

  @Test
  void utf8CutWithinItsLastCharacterIsCorrupt() {
    byte[] whole = utf8("\u5c71\u8def\u3092\u767b \ud83d\ude00\n".repeat(9));
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);
    assertTrue(
        refused(cut, "a.txt").getMessage().startsWith("invalid UTF-8 at byte " + (cut.length - 3)));
  }

  @Test
  void aPageThatDeclaresNoCharacterSetMayBeCorruptToo() throws Exception {
    String rest = "\u00e9 ".repeat(30);
    assertRefused(Reason.CORRUPT, withByte(0xE9, "<html><p>x", rest), "a.html");
    byte[] declared = withByte(0xE9, "<html><meta charset=utf-8><p>x", rest);
    assertTrue(text(declared, "a.html").startsWith("x\uFFFD\u00e9"), text(declared, "a.html"));
  }

  @Test
  void fewValidSequencesMakeNoUtf8() throws Exception {
    Charset windows = Charset.forName("windows-1252");
    String latin = "Le caf\u00e9 \u00e9tait ferm\u00e9, d\u00e9j\u00e0; \u00c2\u00ab non.\n";
    assertEquals(latin.repeat(30), text(latin.repeat(30).getBytes(windows), "a.txt"));
    assertEquals("\u00c3\u00a9 \u00e9 ", text(withByte(0xE9, "\u00e9 ", " "), "a.txt"));
  }

  @Test
  void aNamedCharacterSetIsTakenForUtf8ThatIsDamaged() throws Exception {
    byte[] damaged = withByte(0xE9, "caf", " " + "\u00e9".repeat(30));
    assertEquals(
        "caf\uFFFD " + "\u00e9".repeat(30),
        new Extractor("UTF-8", 1000).extract(damaged, "a.txt").text());
    assertEquals(
        "caf\u00e9 " + "\u00c3\u00a9".repeat(30),
        new Extractor("windows-1252", 1000).extract(damaged, "a.txt").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideTextWithoutAMarkIsReadIfNamed(String charset) throws Exception {
    Extractor user = new Extractor(charset, 1 << 20);
    String text = "Plain words, \u0414\u043e\u043c \ud83d\ude00.\n".repeat(9);
    byte[] bytes = text.getBytes(Charset.forName(charset));
    assertEquals(text, user.extract(bytes, "a.txt").text());
    assertRefused(Reason.NOT_TEXT, bytes, "a.txt");
    assertEquals(text, user.extract(utf8(text), "a.txt").text());
    byte[] page = "<html><p>One</p></html>".getBytes(Charset.forName(charset));
    assertEquals("One", user.extract(page, "page").text().strip());
  }

  @Test
  void aNamedWideCharacterSetMakesNoTextOfZeros() {
    Extractor user = new Extractor("UTF-16LE", 1000);
    ExtractionException e =
        assertThrows(ExtractionException.class, () -> user.extract(new byte[64], "a.txt"));
    assertEquals(Reason.NOT_TEXT, e.reason());
  }

  @Test
  void theUsersCharacterSetIsTakenForTextThatIsNotUtf8() throws Exception {
    byte[] unclear = {'a', (byte) 0xA5, 'b'};
    Extractor user = new Extractor("ISO-8859-2", 1000);
    assertEquals("a\u013db", user.extract(unclear, "a.txt").text());
    assertEquals("a\u00a5b", text(unclear, "a.txt"));
  }

  @Test
  void emptyAndBlankFilesAreEmpty() throws Exception {
    assertRefused(Reason.EMPTY, new byte[0], "a.txt");
    assertRefused(Reason.EMPTY, new byte[0], "a.epub");
    assertRefused(Reason.EMPTY, utf8(" \n\t\n"), "a.txt");
  }

  @Test
  void aBookWithoutTextIsSaidToHaveNone() throws Exception {
    assertRefused(Reason.NO_TEXT, Books.pdf(""), "scan.pdf");
    Map<String, String> entries = Books.epubEntries();
    entries.replaceAll((n, c) -> n.endsWith("xhtml") ? "<html><body><img/></body></html>" : c);
    ExtractionException e = refused(Books.zip(entries), "pictures.epub");
    assertEquals(
        "recognised as an EPUB, but there is no text in it; if its pages are pictures, give --ocr,"
            + " or run OCR over it",
        e.getMessage());
    assertRefused(Reason.EMPTY, utf8("<html><body></body></html>"), "a.html");
  }

  @Test
  void lockedBooksAreSaidToBeLocked() throws Exception {
    String aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
    assertRefused(
        Reason.DRM,
        Books.epubWith("META-INF/encryption.xml", Books.encryption(aes, "OPS/b/two.xhtml")),
        "a.epub");
    Map<String, String> adobe = Books.epubEntries();
    adobe.put("META-INF/rights.xml", "<rights/>");
    adobe.put("OPS/one a.xhtml", "\u0001\u0002 locked");
    assertRefused(Reason.DRM, Books.zip(adobe), "a.epub");
    assertRefused(Reason.ENCRYPTED, Books.lockedPdf(), "a.pdf");
    assertRefused(Reason.DRM, palm("BOOKMOBI", 2), "a.mobi");
  }

  @Test
  void scrambledFontsLockNothing() throws Exception {
    byte[] book =
        Books.epubWith(
            "META-INF/encryption.xml",
            Books.encryption("http://www.idpf.org/2008/embedding", "OPS/font.otf"));
    assertEquals(Books.EPUB_TEXT, text(book, "a.epub"));
  }

  /** A Palm database whose first record has a kind of encryption. */
  private static byte[] palm(String type, int encryption) {
    byte[] bytes = new byte[200];
    System.arraycopy(utf8(type), 0, bytes, 60, type.length());
    bytes[77] = 1;
    bytes[81] = 100;
    bytes[113] = (byte) encryption;
    return bytes;
  }

  @Test
  void knownFormatsThatAreNotReadAreNamed() throws Exception {
    assertRefused(Reason.NO_TEXT, palm("BOOKMOBI", 0), "a.azw3");
    for (String start :
        List.of(
            "ITOLITLS", "L\0R\0F\0", "!!8-Bit!!", "ITSF", "AT&TFORM", "Rar!\u001a\7", "WARC/1.0")) {
      assertRefused(Reason.UNSUPPORTED, utf8(start + "................"), "a.bin");
    }
    assertRefused(Reason.UNSUPPORTED, Books.zip(Map.of("index.html", "<p>x</p>")), "a.htmlz");
  }

  @Test
  void picturesAndOtherBytesHoldNoText() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 0};
    ExtractionException e = refused(png, "a.png");
    assertEquals(Reason.MEDIA, e.reason());
    assertTrue(e.getMessage().contains("--ocr"), e.getMessage());
    assertRefused(Reason.MEDIA, utf8("ID3\u0003\0\0\0\0\0\0\0\0\0\0"), "a.mp3");
    ExtractionException said = refused(png, "a.txt");
    assertEquals(Reason.NOT_TEXT, said.reason());
    assertEquals("not text, but image/png by its bytes", said.getMessage());
    assertRefused(Reason.NOT_TEXT, new byte[64], "a.dat");
  }

  @Test
  void textUnderTheNameOfABookIsNoBook() {
    for (String name : List.of("a.epub", "a.pdf", "a.docx", "a.odt", "a.rtf", "a.fb2")) {
      assertRefused(Reason.CORRUPT, utf8("just words"), name);
    }
  }

  @Test
  void limitsAreKept() throws Exception {
    Extractor small = new Extractor(null, 10);
    for (Map.Entry<String, byte[]> e :
        Map.of(
                "a.txt", utf8("more than ten bytes"),
                "a.epub", Books.epub(),
                "a.docx", Books.docx(),
                "a.fb2", Books.fb2())
            .entrySet()) {
      ExtractionException refused =
          assertThrows(ExtractionException.class, () -> small.extract(e.getValue(), e.getKey()));
      assertEquals(Reason.OVER_LIMIT, refused.reason(), e.getKey() + refused.getMessage());
    }
  }

  @Test
  void aMissingFileIsAnInputError() {
    Path gone = folder.resolve("gone.epub");
    assertThrows(NoSuchFileException.class, () -> EXTRACTOR.extract(gone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"epub", "docx", "odt", "rtf", "fb2", "pdf"})
  void clippedAnywhereItIsAnErrorNeverAShorterText(String format) throws Exception {
    byte[] whole =
        switch (format) {
          case "epub" -> Books.epub();
          case "docx" -> Books.docx();
          case "odt" -> Books.odt();
          case "rtf" -> Books.rtf();
          case "fb2" -> Books.fb2();
          default -> Books.pdf("It was late.");
        };
    String name = "a." + format;
    String text = text(whole, name);
    for (int length = 1; length < whole.length; length++) {
      byte[] clipped = Arrays.copyOf(whole, length);
      try {
        assertEquals(text, text(clipped, name), "clipped at " + length + " of " + whole.length);
        assertTrue(whole.length - length <= 3, "clipped at " + length + " and still whole");
      } catch (ExtractionException e) {
        assertEquals(Reason.CORRUPT, e.reason(), "clipped at " + length + ": " + e.getMessage());
      }
    }
  }

  @Test
  void aChapterThatIsMissingOrDamagedIsNamed() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>(Books.epubEntries());
    entries.remove("OPS/b/two.xhtml");
    Extracted one = EXTRACTOR.extract(Books.zip(entries), "a.epub");
    assertEquals(Books.EPUB_TEXT.replace("Two & last.\n", ""), one.text());
    assertEquals(List.of("spine item 2: OPS/b/two.xhtml is missing"), one.gaps());
    byte[] bytes = Books.epub();
    int at = indexOf(bytes, "OPS/b/two.xhtml") + 30;
    bytes[at] ^= 1;
    Extracted damaged = EXTRACTOR.extract(bytes, "a.epub");
    assertEquals(one.text(), damaged.text());
    assertTrue(
        damaged.gaps().get(0).startsWith("spine item 2: OPS/b/two.xhtml cannot be read: its part "),
        damaged.gaps().toString());
    entries.remove("OPS/one a.xhtml");
    ExtractionException none = refused(Books.zip(entries), "a.epub");
    assertEquals(Reason.CORRUPT, none.reason());
    assertEquals(
        "an EPUB without one chapter that can be read: spine item 1: OPS/one a.xhtml is missing,"
            + " and so for 1 more; get the file anew",
        none.getMessage());
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void externalEntitiesAreNotFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    Map<String, String> entries = Books.epubEntries();
    String evil =
        "<!DOCTYPE html [<!ENTITY s SYSTEM \""
            + secret.toUri()
            + "\">]><html><body><p>a&s;b</p>"
            + "</body></html>";
    entries.put("OPS/b/two.xhtml", evil);
    assertTrue(!text(Books.zip(entries), "a.epub").contains("SECRET"));
    String fb2 = new String(Books.fb2(), StandardCharsets.UTF_8);
    String evilFb2 =
        fb2.replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>")
            .replace("Second.", "Second &s;");
    assertTrue(!text(utf8(evilFb2), "a.fb2").contains("SECRET"));
  }

  @Test
  void oddPathsInAPackageAreResolved() {
    assertEquals("a.xhtml", EpubBook.resolve("book.opf", "a.xhtml#top"));
    assertEquals("text/a+b.xhtml", EpubBook.resolve("OPS/book.opf", "../text/./a+b.xhtml"));
    assertEquals("OPS/50%.xhtml", EpubBook.resolve("OPS/book.opf", "50%.xhtml"));
  }

  @Test
  void anRtfMayHoldBinaryData() throws Exception {
    ByteArrayOutputStream rtf = new ByteArrayOutputStream();
    rtf.write(utf8("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\pard Words.\\par{\\pict\\bin3 {{{}}"));
    assertEquals("Words.\n", text(rtf.toByteArray(), "a.rtf"));
  }
}
