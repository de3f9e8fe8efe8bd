package dev.bookplate.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Small e-books, made here. */
final class Books {
  private static final String CONTAINER =
      "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>";
  private static final String OPF =
      """
      <?xml version="1.0"?>
      <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:opf="http://www.idpf.org/2007/opf">
        <metadata>
          <dc:title>The Salt Road</dc:title>
          <dc:creator>Ada Marsh</dc:creator><dc:creator>Bo Reed</dc:creator>
          <dc:identifier opf:scheme="ISBN">9780000000002</dc:identifier>
          <dc:identifier>urn:uuid:1</dc:identifier>
          <dc:language>en</dc:language><dc:publisher>Fen Press</dc:publisher>
          <dc:date>2020</dc:date><dc:rights>All rights reserved</dc:rights>
        </metadata>
        <manifest>
          <item id="two" href="b/two.xhtml" media-type="application/xhtml+xml"/>
          <item id="one" href="one%20a.xhtml" media-type="application/xhtml+xml"/>
          <item id="pic" href="p.png" media-type="image/png"/>
        </manifest>
        <spine><itemref idref="one"/><itemref idref="two"/></spine>
      </package>
      """;
  private static final String ONE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><style>p {}</style></head>
      <body><script src="x.js"/><h1>One</h1>
      <p>It was <i>late</i>,&nbsp;and the caf&eacute;
      was shut.</p><p>Second<br/>line</p></body></html>
      """;
  private static final String TWO =
      "<html><head><title>T</title></head><body><div>Two &amp; last.</div></body></html>";

  /** What every EPUB here says. */
  static final String EPUB_TEXT =
      "One\nIt was late,\u00a0and the caf\u00e9 was shut.\nSecond\nline\nTwo & last.\n";

  private Books() {}

  /** The entries of an EPUB, to be changed. */
  static Map<String, String> epubEntries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("mimetype", "application/epub+zip");
    entries.put("META-INF/container.xml", CONTAINER);
    entries.put("OPS/b/two.xhtml", TWO);
    entries.put("OPS/book.opf", OPF);
    entries.put("OPS/one a.xhtml", ONE);
    return entries;
  }

  static byte[] epub() throws IOException {
    return zip(epubEntries());
  }

  /** An EPUB with one more entry. */
  static byte[] epubWith(String name, String content) throws IOException {
    Map<String, String> entries = epubEntries();
    entries.put(name, content);
    return zip(entries);
  }

  /** What says that one file of the EPUB is encrypted. */
  static String encryption(String algorithm, String file) {
    return "<encryption xmlns:enc=\"http://www.w3.org/2001/04/xmlenc#\"><enc:EncryptedData>"
        + "<enc:EncryptionMethod Algorithm=\""
        + algorithm
        + "\"/><enc:CipherData><enc:CipherReference URI=\""
        + file
        + "\"/></enc:CipherData></enc:EncryptedData></encryption>";
  }

  static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> e : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  static byte[] docx() throws IOException {
    String types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
            + " Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
            + " PartName=\"/word/document.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument"
            + ".wordprocessingml.document.main+xml\"/></Types>";
    String rels =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
            + "/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    String document =
        "<w:document"
            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>First"
            + " paragraph.</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>Second</w:t><w:br/><w:t>line.</w:t></w:r></w:p></w:body></w:document>";
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", types);
    entries.put("_rels/.rels", rels);
    entries.put("word/document.xml", document);
    return zip(entries);
  }

  /** A Word document whose text is in parts that Word is to import: their names and contents. */
  static byte[] docxOfChunks(Map<String, String> chunks) throws IOException {
    StringBuilder types = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    StringBuilder body = new StringBuilder();
    Map<String, String> entries = new LinkedHashMap<>();
    for (Map.Entry<String, String> chunk : chunks.entrySet()) {
      String id = "c" + entries.size();
      String name = chunk.getKey();
      String type =
          switch (name.substring(name.indexOf('.'))) {
            case ".html" -> "text/html";
            case ".mht" -> "message/rfc822";
            default -> "application/rtf";
          };
      types.append("<Override PartName=\"/word/%s\" ContentType=\"%s\"/>".formatted(name, type));
      relations.append(
          ("<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
                  + "/relationships/aFChunk\" Target=\"%s\"/>")
              .formatted(id, name));
      body.append("<w:altChunk r:id=\"%s\"/>".formatted(id));
      entries.put("word/" + name, chunk.getValue());
    }
    entries.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
            + " Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
            + " PartName=\"/word/document.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument"
            + ".wordprocessingml.document.main+xml\"/>"
            + types
            + "</Types>");
    String relationships =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
            + "</Relationships>";
    entries.put(
        "_rels/.rels",
        relationships.formatted(
            "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
                + "/relationships/officeDocument\" Target=\"word/document.xml\"/>"));
    entries.put("word/_rels/document.xml.rels", relationships.formatted(relations));
    entries.put(
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + "<w:body>"
            + body
            + "</w:body></w:document>");
    return zip(entries);
  }

  static byte[] odt() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("mimetype", "application/vnd.oasis.opendocument.text");
    entries.put(
        "content.xml",
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
            + "<office:text><text:p>First paragraph.</text:p><text:p>Second<text:line-break/>line."
            + "</text:p></office:text></office:body></office:document-content>");
    return zip(entries);
  }

  static byte[] rtf() {
    return "{\\rtf1\\ansi\\ansicpg1252 {\\fonttbl{\\f0 Arial;}}First \\{caf\\'e9\\}.\\par Second line.\\par}"
        .getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] fb2() {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"
        xmlns:l="http://www.w3.org/1999/xlink">
      <description><title-info><genre>antique</genre>
        <author><first-name>Ada</first-name><last-name>Marsh</last-name></author>
        <book-title>The Salt Road</book-title><lang>en</lang></title-info>
        <publish-info><publisher>Fen Press</publisher><isbn>978-0</isbn></publish-info>
      </description>
      <body><title><p>One</p></title><section><p>It was <emphasis>late</emphasis>.</p>
        <p>Second.</p></section></body>
      <binary id="p.png" content-type="image/png">aGVsbG8=</binary>
    </FictionBook>
    """
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] pdf(String text) throws IOException {
    try (PDDocument document = pages(text)) {
      return save(document);
    }
  }

  /** A PDF of lines on pages. */
  static byte[] pdf(List<List<String>> pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          out.beginText();
          out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          out.newLineAtOffset(50, 700);
          for (String line : lines) {
            out.showText(line);
            out.newLineAtOffset(0, -14);
          }
          out.endText();
        }
      }
      return save(document);
    }
  }

  static byte[] lockedPdf() throws IOException {
    try (PDDocument document = pages("Locked words.")) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return save(document);
    }
  }

  private static PDDocument pages(String text) throws IOException {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage();
    document.addPage(page);
    document.getDocumentInformation().setTitle("The Salt Road");
    document.getDocumentInformation().setAuthor("Ada Marsh");
    if (!text.isEmpty()) {
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.beginText();
        out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        out.newLineAtOffset(50, 700);
        out.showText(text);
        out.endText();
      }
    }
    return document;
  }

  private static byte[] save(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
