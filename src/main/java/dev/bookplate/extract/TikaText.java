package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.CORRUPT;
import static dev.bookplate.extract.ExtractionException.Reason.ENCRYPTED;
import static dev.bookplate.extract.ExtractionException.Reason.OVER_LIMIT;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The formats that Tika reads. Its parsers are named one by one, and nothing embedded is parsed: so
 * no picture is read by OCR and no other program is started, whatever is installed.
 */
final class TikaText {
  private static final String READER = "tika-3.3.1 ";
  private static final Detector DETECTOR = new DefaultDetector();

  private final int maxChars;

  TikaText(int maxChars) {
    this.maxChars = maxChars;
  }

  /** The media type by a file's bytes. */
  static String describe(Source source) throws IOException {
    try (TikaInputStream in = TikaInputStream.get(source.open())) {
      return DETECTOR.detect(in, new Metadata()).toString();
    }
  }

  /** A file as a file: given as a stream, some parsers copy it to a temporary one, text and all. */
  private static TikaInputStream open(Source source) throws IOException {
    return source instanceof Source.OfFile onDisk
        ? TikaInputStream.get(onDisk.file())
        : TikaInputStream.get(source.open());
  }

  /** Text, perhaps blank, and metadata. */
  Extracted read(Source source, FileKind kind) throws ExtractionException, IOException {
    Endings.check(source, kind);
    Metadata metadata = new Metadata();
    StringWriter text = new StringWriter();
    PdfPages pages = new PdfPages();
    try (TikaInputStream in = open(source)) {
      ContentHandler out =
          kind == FileKind.PDF
              ? new WriteOutContentHandler(pages, maxChars)
              : new WriteOutContentHandler(text, maxChars);
      parser(kind).parse(in, new BodyContentHandler(out), metadata, context());
    } catch (EncryptedDocumentException e) {
      throw new ExtractionException(
          ENCRYPTED, kind.people() + " with a password; save it without one", e);
    } catch (TikaException | SAXException | RuntimeException e) {
      throw notRead(kind, e);
    } catch (IOException e) {
      throw notRead(kind, e);
    }
    MarkedText marked = kind == FileKind.PDF ? PdfText.of(pages) : new MarkedText();
    return new Extracted(
        kind == FileKind.PDF ? marked.text() : tidy(text.toString()),
        READER + kind.label(),
        kind.label(),
        metadata(metadata),
        marked.places(),
        List.of());
  }

  private ExtractionException notRead(FileKind kind, Exception e) {
    return WriteLimitReachedException.isWriteLimitReached(e)
        ? new ExtractionException(OVER_LIMIT, "longer than " + maxChars + " characters", e)
        : new ExtractionException(
            CORRUPT,
            kind.people() + " that is damaged or cut off (" + rootMessage(e) + "); get it anew",
            e);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) { // no throwable is its own cause
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null || message.isBlank()
        ? root.getClass().getSimpleName()
        : message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }

  private static Parser parser(FileKind kind) {
    return switch (kind) {
      case PDF -> new PDFParser();
      case DOCX -> new OOXMLParser();
      case ODT -> new OpenDocumentParser();
      case RTF -> new RTFParser();
      case TXT, HTML, EPUB, HTMLZ, TXTZ, TEI, FB2, MOBI ->
          throw new IllegalArgumentException("read without Tika: " + kind);
    };
  }

  private static ParseContext context() {
    ParseContext context = new ParseContext();
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(false);
    pdf.setExtractAnnotationText(false);
    pdf.setExtractBookmarksText(false);
    pdf.setCatchIntermediateIOExceptions(false); // a page that is lost must not go unsaid
    context.set(PDFParserConfig.class, pdf);
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    return context;
  }

  private static Extracted.Metadata metadata(Metadata m) {
    return new Extracted.Metadata(
        one(m, TikaCoreProperties.TITLE),
        all(m, TikaCoreProperties.CREATOR),
        all(m, TikaCoreProperties.IDENTIFIER),
        one(m, TikaCoreProperties.LANGUAGE),
        one(m, TikaCoreProperties.PUBLISHER),
        one(m, TikaCoreProperties.CREATED),
        one(m, DublinCore.RIGHTS));
  }

  private static String one(Metadata metadata, Property property) {
    return all(metadata, property).stream().findFirst().orElse(null);
  }

  private static List<String> all(Metadata metadata, Property property) {
    return Arrays.stream(metadata.getValues(property))
        .filter(v -> !v.isBlank())
        .map(String::strip)
        .toList();
  }

  /**
   * Without the tabs, blanks and empty lines that stand for the layout of pages and tables, and
   * without the marks that Tika puts where a note is referred to.
   */
  private static String tidy(String text) {
    return text.replaceAll("\\[(foot|end)noteRef:\\d*\\]", "")
            .replaceAll("[ \\t]+\\n", "\n")
            .replaceAll("\\n{3,}", "\n\n")
            .strip()
        + "\n";
  }

  /** Pictures, fonts and files inside a document are not its text. */
  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
      // not asked for
    }
  }
}
