package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.CORRUPT;
import static dev.bookplate.extract.ExtractionException.Reason.EMPTY;
import static dev.bookplate.extract.ExtractionException.Reason.ENCRYPTED;
import static dev.bookplate.extract.ExtractionException.Reason.MEDIA;
import static dev.bookplate.extract.ExtractionException.Reason.NOT_TEXT;
import static dev.bookplate.extract.ExtractionException.Reason.UNSUPPORTED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what a file is: by its bytes first, by its name where these leave it open. */
final class Recogniser {
  private static final int HEAD = 1 << 16;
  private static final int WHERE_PDF_STARTS = 1024;

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("audio/|video/|font/|application/(x-)?font-|application/vnd.ms-fontobject");

  private Recogniser() {}

  /** The kind of a file that has text to read. */
  static FileKind recognise(Source source, String name, PlainText plainText)
      throws ExtractionException, IOException {
    byte[] head = source.head(HEAD);
    if (head.length == 0) {
      throw new ExtractionException(EMPTY, "an empty file");
    }
    Signature signature = Signature.of(head);
    if (signature != null && signature.isMobi()) {
      return FileKind.MOBI;
    }
    if (signature != null) {
      throw notRead(signature.people());
    }
    FileKind binary = binaryKind(source, head);
    if (binary != null) {
      return binary;
    }
    return textKind(source, name, head, plainText);
  }

  private static FileKind binaryKind(Source source, byte[] head)
      throws ExtractionException, IOException {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    int pdf = start.indexOf("%PDF-");
    if (pdf >= 0 && pdf < WHERE_PDF_STARTS) {
      return FileKind.PDF;
    }
    if (start.startsWith("{\\rtf")) {
      return FileKind.RTF;
    }
    if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
      return ZipBook.kind(source);
    }
    if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      throw TikaText.describe(source).endsWith("ooxml-protected")
          ? new ExtractionException(
              ENCRYPTED, "an Office document with a password; save it without one")
          : notRead("an Office 97 document");
    }
    return null;
  }

  private static FileKind textKind(Source source, String name, byte[] head, PlainText plainText)
      throws ExtractionException, IOException {
    FileKind promised = FileKind.ofName(name);
    if (!plainText.looksLikeText(head)) {
      if (promised != null && promised != FileKind.TXT && promised != FileKind.HTML) {
        throw notWhatItSays(promised);
      }
      String type = TikaText.describe(source);
      if (promised == null && type.startsWith("image/")) {
        return FileKind.PICTURE;
      }
      throw notText(type, promised == null);
    }
    String start = plainText.headOf(head).toLowerCase(Locale.ROOT);
    if (start.contains("<fictionbook")) {
      return FileKind.FB2;
    }
    if (TeiDocument.isStart(start)) {
      return FileKind.TEI;
    }
    if (promised == FileKind.TXT || promised == FileKind.HTML || promised == FileKind.PML) {
      return promised;
    }
    String trimmed = start.stripLeading();
    boolean page = trimmed.startsWith("<!doctype html") || trimmed.startsWith("<html");
    // a server's page under the name of a book is read as what it is, and said to be so
    if (promised != null && !page) {
      throw notWhatItSays(promised);
    }
    return page || (trimmed.startsWith("<?xml") && start.contains("<html"))
        ? FileKind.HTML
        : FileKind.TXT;
  }

  /**
   * What is said of bytes that are no text.
   *
   * @param type by the bytes
   * @param unpromised whether the name says nothing of a text, either
   */
  private static ExtractionException notText(String type, boolean unpromised) {
    if (unpromised && MEDIA_TYPE.matcher(type).lookingAt()) {
      return new ExtractionException(MEDIA, type + ", which holds no text");
    }
    return new ExtractionException(NOT_TEXT, "not text, but " + type + " by its bytes");
  }

  private static ExtractionException notWhatItSays(FileKind promised) {
    return new ExtractionException(
        CORRUPT,
        "by its name it is "
            + promised.people()
            + ", but its bytes are not; get the file anew or rename it");
  }

  /** What is said of a format that is known and not read. */
  static ExtractionException notRead(String people) {
    return new ExtractionException(
        UNSUPPORTED,
        "recognised as "
            + people
            + ", but no text can be read from it; convert or unpack it first");
  }
}
