package dev.bookplate.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.ExtractionException.Reason;
import dev.bookplate.origin.Places;
import dev.bookplate.origin.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parts of books, and books whose parts are all that is special of them. */
class BookPlacesTest {
  private static final Extractor EXTRACTOR = new Extractor(null, 1 << 20);

  private static final String TEI =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
        <titleStmt><title>The Salt Road</title><author>Ada Marsh</author></titleStmt>
        <publicationStmt><publisher>Fen Press</publisher><date>1901</date><idno>X7</idno>
          <availability><p>Free to read</p></availability></publicationStmt></fileDesc></teiHeader>
      <text><front><titlePage><titlePart>Salt</titlePart></titlePage></front><body>
        <div><head>One</head><pb n="5"/><p>It was <hi>late</hi>,<note>A note.</note> and the
          ex<lb break="no"/>press had <choice><sic>gon</sic><corr>gone</corr></choice>.</p>
        <pb n="6"/><fw>SALT</fw><lg><l>One line,</l><l>another.</l></lg></div>
      </body><back><p>The end.</p></back></text></TEI>
      """;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Extracted read(byte[] bytes, String name) throws Exception {
    return EXTRACTOR.extract(bytes, name);
  }

  private static String place(Extracted book, String words) {
    int at = book.text().codePointCount(0, book.text().indexOf(words));
    return book.places().of(new Span(at, at + words.codePointCount(0, words.length())));
  }

  @Test
  void anEpubNamesItsSpine() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>(Books.epubEntries());
    entries.computeIfPresent(
        "OPS/book.opf",
        (name, opf) ->
            opf.replace(
                "<item id=\"pic\"",
                "<item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>"
                    + "<item id='x' href='x.xhtml' media-type='application/xhtml+xml'/>"
                    + "<item id=\"pic\""));
    entries.put(
        "OPS/toc.ncx",
        "<ncx><navMap><navPoint><navLabel><text>The first</text></navLabel><content"
            + " src='one%20a.xhtml#x'/></navPoint></navMap></ncx>");
    entries.put("OPS/x.xhtml", "<html><body><p>Beside it.</p></body></html>");
    Extracted book = read(Books.zip(entries), "a.epub");
    assertEquals(Books.EPUB_TEXT + "Beside it.\n", book.text());
    assertEquals("spine item 1: OPS/one a.xhtml (The first)", place(book, "late"));
    assertEquals("spine item 2: OPS/b/two.xhtml", place(book, "Two & last."));
    assertEquals("outside the spine: OPS/x.xhtml", place(book, "Beside"));
    assertEquals(
        "spine item 1: OPS/one a.xhtml (The first) to spine item 2: OPS/b/two.xhtml",
        place(book, "line\nTwo"));
  }

  @Test
  void aPartThatTheSpineNamesAndNobodyListsIsAGap() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>(Books.epubEntries());
    entries.computeIfPresent(
        "OPS/book.opf", (name, opf) -> opf.replace("<spine>", "<spine><itemref idref='gone'/>"));
    Extracted book = read(Books.zip(entries), "a.epub");
    assertEquals(Books.EPUB_TEXT, book.text());
    assertEquals(
        List.of("its spine names a part 'gone' that its package file does not list"), book.gaps());
  }

  @Test
  void aTeiTextIsReadAsItsSourceHasIt() throws Exception {
    for (String name : List.of("a.xml", "a.tei", "a.txt")) {
      Extracted text = read(utf8(TEI), name);
      assertEquals(
          """
          Salt
          One
          It was late, and the express had gon.
          One line,
          another.
          The end.
          A note.
          SALT
          """,
          text.text());
      assertEquals("bookplate-0.1 tei", text.extractor());
      assertEquals(
          new Extracted.Metadata(
              "The Salt Road",
              List.of("Ada Marsh"),
              List.of("X7"),
              "en",
              "Fen Press",
              "1901",
              "Free to read"),
          text.metadata());
      assertEquals("front", place(text, "Salt"));
      assertEquals("section One, page 5", place(text, "late"));
      assertEquals("section One, page 6", place(text, "another"));
      assertEquals("notes", place(text, "A note"));
      assertEquals("running heads", place(text, "SALT"));
    }
    byte[] words = utf8("Some write <TEI> for it, in words.");
    assertEquals("bookplate-0.1 txt", read(words, "a.txt").extractor());
  }

  @Test
  void aTeiTextThatIsClippedIsNeverAShorterText() throws Exception {
    byte[] whole = utf8(TEI.strip());
    int start = TEI.indexOf("<teiHeader");
    for (int length = start; length < whole.length; length++) {
      byte[] clipped = Arrays.copyOf(whole, length);
      ExtractionException e =
          assertThrows(ExtractionException.class, () -> read(clipped, "a.xml"), "at " + length);
      assertEquals(Reason.CORRUPT, e.reason());
    }
  }

  @Test
  void zippedPagesAndTexts() throws Exception {
    String opf = Books.epubEntries().get("OPS/book.opf");
    Map<String, String> page = new LinkedHashMap<>();
    page.put("index.html", "<html><body><p>It was late.</p></body></html>");
    page.put("metadata.opf", opf);
    Extracted html = read(Books.zip(page), "a.htmlz");
    assertEquals("It was late.\n", html.text());
    assertEquals("The Salt Road", html.metadata().title());
    assertEquals("htmlz", html.format());
    page.remove("index.html");
    page.put("index.txt", "It was late.");
    assertEquals("It was late.", read(Books.zip(page), "a.txtz").text());
  }

  @Test
  void eReaderTextsLoseTheirCommands() throws Exception {
    String pml =
        """
        |vTITLE="The Salt Road" AUTHOR="A. Writer" EISBN="9780306406157"|v
        |m="cover.png"|C1="Front matter"
        |x|c
        |BOne|B
        |c|x
        |t|T="5%"It was |ilate|i, and the clerk|a146s lamp|a151a caf|U00E9 lamp|a151went|-out|Sb2|Sb.
        |w="50%"
        |X1Two|X1
        He |q="#n1"went|q|Fn="n1"1|Fn to C:||papers. |vnot shown|v|p|a999
        """
            .replace('|', '\\');
    Extracted book = read(utf8(pml), "a.pml");
    assertEquals(
        """
        One
        It was late, and the clerk’s lamp—a café lamp—wentout2.
        Two
        He went1 to C:\\papers.
        999
        """,
        book.text());
    assertEquals("The Salt Road", book.metadata().title());
    assertEquals(List.of("A. Writer"), book.metadata().authors());
    assertEquals(List.of("9780306406157"), book.metadata().identifiers());
    assertEquals("chapter 1 (One)", place(book, "late"));
    assertEquals("chapter 2 (Two)", place(book, "He went"));
  }

  @Test
  void fictionBooksNameTheirSections() throws Exception {
    Extracted book = read(Books.fb2(), "a.fb2");
    assertEquals("start", place(book, "One"));
    assertEquals("section 1", place(book, "late"));
  }

  @Test
  void placesCountCodePoints() throws Exception {
    byte[] pages =
        Books.pdf(
            List.of(List.of("Ten apples lay"), List.of("on the table."), List.of("Then he left.")));
    Extracted pdf = read(pages, "a.pdf");
    assertEquals("Ten apples lay\non the table.\n\nThen he left.\n", pdf.text());
    assertEquals(
        List.of(
            new Places.Place(0, "page 1"),
            new Places.Place(15, "page 2"),
            new Places.Place(30, "page 3")),
        pdf.places().list());
    assertEquals("page 1 to page 2", place(pdf, "lay\non the"));
  }

  @Test
  void runningHeadsStandOnceBehindTheLastPage() throws Exception {
    byte[] pages =
        Books.pdf(
            List.of(
                List.of("12 THE SALT ROAD", "He walked down to the"),
                List.of("ADA MARSH 13", "harbour and there he"),
                List.of("14 THE SALT ROAD", "met the man that he"),
                List.of("ADA MARSH 15", "had come to see, who"),
                List.of("16 THE SALT ROAD", "owed him twelve crowns."),
                List.of("ADA MARSH 17", "19 of them he had.")));
    Extracted pdf = read(pages, "a.pdf");
    assertTrue(
        pdf.text()
            .startsWith(
                "He walked down to the\nharbour and there he\nmet the man that he\nhad come to see,"
                    + " who\nowed him twelve crowns.\n\n19 of them he had.\n"),
        pdf.text());
    assertTrue(pdf.text().endsWith("\n12 THE SALT ROAD\nADA MARSH 13\n"), pdf.text());
    assertEquals("running heads", place(pdf, "ADA MARSH"));
    assertEquals("page 2", place(pdf, "harbour"));
  }

  @Test
  void pageNumbersGoAndNumbersOfTheTextStay() throws Exception {
    byte[] pages =
        Books.pdf(
            List.of(
                List.of("First he had", "1"),
                List.of("two, and then", "2"),
                List.of("four of them.", "3"),
                List.of("1914", "War came.", "4")));
    assertEquals(
        "First he had\ntwo, and then\nfour of them.\n\n1914\nWar came.\n",
        read(pages, "a.pdf").text());
    byte[] verse =
        Books.pdf(List.of(List.of("Sing, oh sing", "of one"), List.of("Sing, oh sing", "of two")));
    assertEquals("Sing, oh sing\nof one\nSing, oh sing\nof two\n", read(verse, "a.pdf").text());
  }

  @Test
  void whatIsHeldInMemoryIsReadWithoutATemporaryFile() throws Exception {
    // the parsers' processes have no folder for them, so that one that wanted a file would fail
    assertEquals("First paragraph.\nSecond\nline.\n", read(Books.docx(), "a.docx").text());
    assertEquals("First paragraph.\nSecond\nline.\n", read(Books.odt(), "a.odt").text());
    assertEquals("It was late.\n", read(Books.pdf("It was late."), "a.pdf").text());
  }

  @Test
  void withoutOcrAPageThatIsAPictureHasNoTextWhateverIsInstalled() throws Exception {
    ExtractionException e =
        assertThrows(ExtractionException.class, () -> read(Books.pdf(""), "scan.pdf"));
    assertEquals(Reason.NO_TEXT, e.reason());
    assertEquals(false, ParseLimits.DEFAULT.ocr());
  }
}
