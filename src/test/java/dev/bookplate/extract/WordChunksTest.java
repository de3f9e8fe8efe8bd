package dev.bookplate.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordChunksTest {
  private static final String PAGE =
      "<html><head><title>no</title></head><body><p>It was late.</p></body></html>";
  private static final String ARCHIVE =
      """
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----next"

      ------next
      Content-Type: text/html; charset="utf-8"
      Content-Transfer-Encoding: quoted-printable
      Content-Location: file:///C:/fake/document.html

      <html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3Dutf-8"></head>=
      <body><p>The caf=C3=A9 was shut.</p></body></html>

      ------next--
      """
          .replace("\n", "\r\n");

  private static Extracted read(Map<String, String> chunks) throws Exception {
    return new TikaText(1 << 20, 0)
        .read(new Source.OfBytes(Books.docxOfChunks(chunks)), FileKind.DOCX);
  }

  @Test
  void pagesThatWordImportsAreTheDocumentsText() throws Exception {
    Map<String, String> chunks = new LinkedHashMap<>();
    chunks.put("a.html", PAGE);
    chunks.put("b.mht", ARCHIVE);
    Extracted read = read(chunks);
    assertEquals("It was late.\n\nThe café was shut.\n", read.text());
    assertTrue(read.gaps().isEmpty());
  }

  @Test
  void whatIsInAnotherFormatIsNamed() throws Exception {
    Map<String, String> chunks = new LinkedHashMap<>();
    chunks.put("a.html", PAGE);
    chunks.put("b.rtf", "{\\rtf1 It was dark.}");
    chunks.put("c.mht", "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nno page\r\n");
    Extracted read = read(chunks);
    assertEquals("It was late.\n", read.text());
    assertEquals(2, read.gaps().size());
    assertTrue(read.gaps().get(0).startsWith("its part b.rtf is not read: application/rtf"));
    assertTrue(read.gaps().get(1).startsWith("its part c.mht is not read: a web archive (MHT)"));
  }

  @Test
  void aDocumentOfNothingElseSaysWhyItHasNoText() throws Exception {
    byte[] document = Books.docxOfChunks(Map.of("b.rtf", "{\\rtf1 It was dark.}"));
    ExtractionException e =
        assertThrows(
            ExtractionException.class,
            () -> new Extractor(null, 1 << 20).extract(document, "a.docx"));
    assertEquals(ExtractionException.Reason.NO_TEXT, e.reason());
    assertTrue(e.getMessage().contains("; its part b.rtf is not read"), e.getMessage());
  }
}
