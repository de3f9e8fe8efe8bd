package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.ENCRYPTED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.odf.OpenDocumentContentParser;
import org.apache.tika.parser.odf.OpenDocumentMetaParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of an OpenDocument text, each given to Tika's parser for it. Tika's parser for the
 * whole reads files only, and would write one of what is in an archive.
 */
final class OpenDocument {
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final String CONTENT = "content.xml";

  private OpenDocument() {}

  /** Tells the text, then headers and footers, and what the document says of itself. */
  static void parse(Source source, ContentHandler out, Metadata metadata)
      throws ExtractionException, IOException, SAXException, TikaException {
    try (ZipBook zip = ZipBook.open(source)) {
      if (zip.has(MANIFEST) && zip.text(MANIFEST).contains("encryption-data")) {
        throw new ExtractionException(
            ENCRYPTED, "an OpenDocument text with a password; save it without one");
      }
      if (zip.has("meta.xml")) {
        part(zip, "meta.xml", new OpenDocumentMetaParser(), new DefaultHandler(), metadata);
      }
      part(zip, CONTENT, new OpenDocumentContentParser(), body(out), metadata);
      for (String end : List.of("/" + CONTENT, "styles.xml")) { // of what is embedded, and styles
        for (String name : zip.allWith(end)) {
          part(zip, name, new OpenDocumentContentParser(), body(out), metadata);
        }
      }
    }
  }

  private static ContentHandler body(ContentHandler out) {
    return new BodyContentHandler(out);
  }

  private static void part(
      ZipBook zip, String name, Parser parser, ContentHandler out, Metadata metadata)
      throws ExtractionException, IOException, SAXException, TikaException {
    parser.parse(new ByteArrayInputStream(zip.bytes(name)), out, metadata, new ParseContext());
  }
}
