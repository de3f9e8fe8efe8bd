package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.CORRUPT;
import static dev.bookplate.extract.ExtractionException.Reason.ENCRYPTED;
import static dev.bookplate.extract.ExtractionException.Reason.OVER_LIMIT;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.OfficeOpenXMLExtended;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.OPCPackageWrapper;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The formats that Tika reads. Its parsers are named one by one, and nothing embedded is parsed but
 * what stands for text: so no picture is read by OCR and no other program is started, whatever is
 * installed, unless the user asks for it.
 */
final class TikaText {
  private static final String READER = "tika-3.3.1 ";
  private static final Detector DETECTOR = new DefaultDetector();

  private final int maxChars;
  private final int ocrSeconds;

  /**
   * A reader.
   *
   * @param ocrSeconds that OCR of a page may take; 0 for none
   */
  TikaText(int maxChars, int ocrSeconds) {
    this.maxChars = maxChars;
    this.ocrSeconds = ocrSeconds;
  }

  /** Whether the program that OCR needs can be started. */
  static boolean hasOcr() {
    try {
      return new TesseractOCRParser().hasTesseract();
    } catch (TikaConfigException e) {
      return false;
    }
  }

  /** The media type by a file's bytes. */
  static String describe(Source source) throws IOException {
    try (TikaInputStream in = TikaInputStream.get(source.open())) {
      return DETECTOR.detect(in, new Metadata()).toString();
    }
  }

  /**
   * A file as a file, and what is in memory as what the parser makes of it: given a stream, it
   * would copy it to a temporary file, text and all.
   */
  private static TikaInputStream open(Source source, FileKind kind) throws IOException {
    if (source instanceof Source.OfFile onDisk) {
      return TikaInputStream.get(onDisk.file());
    }
    TikaInputStream in = TikaInputStream.get(source.open());
    if (kind == FileKind.DOCX) {
      try {
        in.setOpenContainer(new OPCPackageWrapper(OPCPackage.open(source.open())));
      } catch (OpenXML4JException e) {
        throw new IOException(e);
      }
    }
    return in;
  }

  /** Text, perhaps blank, and metadata. */
  Extracted read(Source source, FileKind kind) throws ExtractionException, IOException {
    Endings.check(source, kind);
    Metadata metadata = new Metadata();
    StringWriter text = new StringWriter();
    PdfPages pages = new PdfPages();
    WordChunks chunks = new WordChunks();
    try (TikaInputStream in = open(source, kind)) {
      ContentHandler out =
          kind == FileKind.PDF
              ? new WriteOutContentHandler(pages, maxChars)
              : new WriteOutContentHandler(text, maxChars);
      if (kind == FileKind.ODT) {
        OpenDocument.parse(source, out, metadata);
      } else {
        parser(kind).parse(in, new BodyContentHandler(out), metadata, context(kind, chunks));
      }
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
        chunks.unread());
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
      case RTF -> new RTFParser();
      case PICTURE -> new TesseractOCRParser();
      case TXT, HTML, EPUB, HTMLZ, TXTZ, TEI, PML, FB2, MOBI, ODT ->
          throw new IllegalArgumentException("read in another way: " + kind);
    };
  }

  private ParseContext context(FileKind kind, WordChunks chunks) {
    ParseContext context = new ParseContext();
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(
        ocrSeconds > 0 ? PDFParserConfig.OCR_STRATEGY.AUTO : PDFParserConfig.OCR_STRATEGY.NO_OCR);
    if (ocrSeconds > 0) {
      TesseractOCRConfig ocr = new TesseractOCRConfig();
      ocr.setTimeoutSeconds(ocrSeconds);
      context.set(TesseractOCRConfig.class, ocr);
      if (kind == FileKind.PDF) {
        context.set(Parser.class, new TesseractOCRParser()); // of pages without text
      }
    }
    pdf.setExtractInlineImages(false);
    pdf.setExtractAnnotationText(false);
    pdf.setExtractBookmarksText(false);
    pdf.setCatchIntermediateIOExceptions(false); // a page that is lost must not go unsaid
    context.set(PDFParserConfig.class, pdf);
    context.set(EmbeddedDocumentExtractor.class, chunks);
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
        one(m, DublinCore.RIGHTS),
        new Stamps(statements(m), List.of()));
  }

  /** Who wrote the file, and with what. */
  private static List<Stamps.Statement> statements(Metadata m) {
    return Stream.of(
            Stamps.all("contributor", all(m, TikaCoreProperties.CONTRIBUTOR)),
            Stamps.all("source", all(m, TikaCoreProperties.SOURCE)),
            Stamps.all("producer", all(m, PDF.DOC_INFO_PRODUCER)),
            Stamps.all("creator-tool", all(m, TikaCoreProperties.CREATOR_TOOL)),
            Stamps.all("application", all(m, OfficeOpenXMLExtended.APPLICATION)),
            Stamps.all("comments", all(m, TikaCoreProperties.COMMENTS)),
            Stamps.all("generator", List.of(m.getValues("generator"))))
        .flatMap(each -> each)
        .toList();
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
}
