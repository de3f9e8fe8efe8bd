package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Files to text. What a file is, is told by its first bytes, and where these leave it open by its
 * name. Never uses a network, and OCR only if the user asks for it. What others parse, they parse
 * in processes of their own. Belongs to one thread.
 */
public final class Extractor {
  /** Names what is read by this project's own code. */
  static final String OURS = "bookplate-0.1 ";

  private final PlainText plainText;
  private final IsolatedParser tika;
  private final long maxBytes;
  private final boolean ocr;
  private final WebPage.Part part;

  /**
   * An extractor.
   *
   * @param charset name of the character set of plain text without a byte order mark that is not
   *     valid UTF-8, or that is UTF-16 or UTF-32 if this is; bytes that do not fit become U+FFFD.
   *     Null to have it detected, with windows-1252 where nothing tells; then UTF-8 with a few bad
   *     bytes is corrupt
   * @param maxTextBytes longest text, in bytes of UTF-8
   */
  public Extractor(String charset, int maxTextBytes) {
    this(charset, maxTextBytes, false, ParseLimits.DEFAULT);
  }

  /**
   * An extractor.
   *
   * @param mainContent whether of web pages menus, teasers and footers are left out
   * @param limits of parsers of others' making, which run in processes of their own
   */
  public Extractor(String charset, int maxTextBytes, boolean mainContent, ParseLimits limits) {
    part = mainContent ? WebPage.Part.MAIN : WebPage.Part.ALL;
    plainText = new PlainText(charset);
    tika = new IsolatedParser(limits, maxTextBytes);
    maxBytes = maxTextBytes;
    ocr = limits.ocr();
  }

  /**
   * The text of a file.
   *
   * @throws ExtractionException if it has none that can be read; says why
   * @throws IOException if the file itself cannot be read
   */
  public Extracted extract(Path file) throws ExtractionException, IOException {
    return extract(new Source.OfFile(file), String.valueOf(file.getFileName()));
  }

  /**
   * The text of a file that is in memory.
   *
   * @param name the file's name, for its extension
   */
  public Extracted extract(byte[] bytes, String name) throws ExtractionException, IOException {
    return extract(new Source.OfBytes(bytes), name);
  }

  /**
   * The text of bytes, wherever they are.
   *
   * @param name a file's name, for its extension
   */
  public Extracted extract(Source source, String name) throws ExtractionException, IOException {
    FileKind kind = Recogniser.recognise(source, name, plainText);
    if (kind == FileKind.PICTURE && !ocr) {
      throw new ExtractionException(
          Reason.MEDIA,
          "a picture, which holds no text; if it is a picture of a page, give --ocr to have it"
              + " read");
    }
    Extracted extracted =
        switch (kind) {
          case TXT -> plain(source);
          case HTML -> page(source);
          case EPUB -> EpubBook.read(source, maxBytes);
          case HTMLZ, TXTZ -> zippedPage(source, kind);
          case TEI -> TeiDocument.of(all(source));
          case PML -> PalmMarkup.of(plainText.decode(all(source)));
          case FB2 -> FictionBook.of(all(source));
          case MOBI -> MobiBook.of(all(source), plainText, maxBytes);
          case PDF, DOCX, ODT, RTF, PICTURE -> tika.parse(source, kind);
        };
    if (extracted.text().isBlank()) {
      throw switch (kind) {
        case TXT -> new ExtractionException(Reason.EMPTY, "nothing but blanks");
        case HTML -> new ExtractionException(Reason.EMPTY, "a web page without text");
        default ->
            new ExtractionException(
                Reason.NO_TEXT,
                "recognised as "
                    + kind.people()
                    + ", but there is no text in it"
                    + withoutText(extracted));
      };
    }
    return extracted;
  }

  private String withoutText(Extracted extracted) {
    if (!extracted.gaps().isEmpty()) {
      return "; " + String.join("; ", extracted.gaps());
    }
    return ocr
        ? ", and OCR finds none"
        : "; if its pages are pictures, give --ocr, or run OCR over it";
  }

  /**
   * The short name of the format that a file's text would be read from, as {@code EPUB}; null where
   * none would.
   */
  public static String kind(Source source, String name) throws IOException {
    try {
      return Recogniser.recognise(source, name, new PlainText(null)).name();
    } catch (ExtractionException e) {
      return null;
    }
  }

  /** Whether the program that OCR needs can be started on this machine. */
  public static boolean hasOcr() {
    return TikaText.hasOcr();
  }

  /** What a zip file is. */
  public enum ZipForm {
    /** A book or an office file. */
    DOCUMENT,
    /** Files that have nothing more in common. */
    ARCHIVE,
    /** It has no readable directory, so that nothing tells. */
    DAMAGED
  }

  /** What a zip file is, by its directory. */
  public static ZipForm zipForm(Source source) throws IOException {
    return ZipBook.form(source);
  }

  private Extracted plain(Source source) throws ExtractionException, IOException {
    return ours(FileKind.TXT, plainText.decode(all(source)), Extracted.Metadata.NONE);
  }

  private Extracted page(Source source) throws ExtractionException, IOException {
    return page(all(source), (Charset) null);
  }

  private Extracted page(byte[] bytes, Charset said) throws ExtractionException, IOException {
    WebPage page = WebPage.of(bytes, said, plainText, part);
    return ours(FileKind.HTML, page.text(), page.metadata());
  }

  /**
   * The text of a web page as a server sent it; it may be blank.
   *
   * @param charset that the server named, or null; one that is not known here does not count
   */
  public Extracted sentPage(byte[] bytes, String charset) throws ExtractionException, IOException {
    return page(bytes, known(charset));
  }

  /**
   * Plain text as a server sent it; it may be blank.
   *
   * @param charset that the server named, or null; one that is not known here, or does not fit,
   *     does not count
   */
  public Extracted sentText(byte[] bytes, String charset) throws ExtractionException {
    Charset said = known(charset);
    String text =
        said == null || said.equals(StandardCharsets.UTF_8)
            ? plainText.decode(bytes)
            : new String(bytes, said);
    return ours(FileKind.TXT, text, Extracted.Metadata.NONE);
  }

  private static Charset known(String charset) {
    try {
      return charset == null ? null : Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** One page, or text, in a zip file beside what it says of itself. */
  private Extracted zippedPage(Source source, FileKind kind)
      throws ExtractionException, IOException {
    try (ZipBook zip = ZipBook.open(source)) {
      byte[] bytes = zip.bytes(kind == FileKind.HTMLZ ? "index.html" : "index.txt");
      String text =
          kind == FileKind.HTMLZ
              ? WebPage.of(bytes, null, plainText, part).text()
              : plainText.decode(bytes);
      if (text.length() > maxBytes) {
        throw new ExtractionException(Reason.OVER_LIMIT, "longer than " + maxBytes + " characters");
      }
      return ours(kind, text, OpfMetadata.of(zip.xml("metadata.opf"), zip.names()));
    }
  }

  private static Extracted ours(FileKind kind, String text, Extracted.Metadata metadata) {
    return new Extracted(text, OURS + kind.label(), kind.label(), metadata);
  }

  private byte[] all(Source source) throws ExtractionException, IOException {
    if (source.size() > maxBytes) {
      throw new ExtractionException(Reason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
    }
    try (InputStream in = source.open()) {
      return in.readAllBytes();
    }
  }
}
