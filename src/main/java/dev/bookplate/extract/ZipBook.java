package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.CORRUPT;
import static dev.bookplate.extract.ExtractionException.Reason.ENCRYPTED;
import static dev.bookplate.extract.ExtractionException.Reason.OVER_LIMIT;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** A zip file that is a book: read from its directory, every entry held against its checksum. */
final class ZipBook implements Closeable {
  private static final int LONGEST_ENTRY = 1 << 29;

  private final ZipFile zip;

  private ZipBook(ZipFile zip) {
    this.zip = zip;
  }

  static ZipBook open(Source source) throws ExtractionException, IOException {
    var channel = source.channel();
    try {
      return new ZipBook(ZipFile.builder().setSeekableByteChannel(channel).get());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new ExtractionException(
          CORRUPT,
          "a ZIP-based file that is damaged or cut off (it has no readable directory at its end);"
              + " get the file anew",
          e);
    }
  }

  /** What it is: nothing in an archive of files says that it is more. */
  static Extractor.ZipForm form(Source source) throws IOException {
    try (ZipBook book = open(source)) {
      boolean more =
          !book.type().isEmpty()
              || book.has("META-INF/container.xml")
              || book.has("[Content_Types].xml")
              || book.isZippedPage();
      return more ? Extractor.ZipForm.DOCUMENT : Extractor.ZipForm.ARCHIVE;
    } catch (ExtractionException e) {
      return Extractor.ZipForm.DAMAGED;
    }
  }

  /** As calibre writes them: a page, or a text, with a package file for what it says of itself. */
  private boolean isZippedPage() {
    return has("metadata.opf") && (has("index.html") || has("index.txt"));
  }

  private String type() throws ExtractionException {
    return has("mimetype") ? text("mimetype").strip() : "";
  }

  /** What the zip file holds, if it is a book. */
  static FileKind kind(Source source) throws ExtractionException, IOException {
    try (ZipBook book = open(source)) {
      String type = book.type();
      if (type.equals("application/epub+zip") || book.has("META-INF/container.xml")) {
        return FileKind.EPUB;
      }
      if (book.has("word/document.xml")) {
        return FileKind.DOCX;
      }
      if (type.startsWith("application/vnd.oasis.opendocument.text")) {
        return FileKind.ODT;
      }
      if (book.isZippedPage()) {
        return book.has("index.html") ? FileKind.HTMLZ : FileKind.TXTZ;
      }
      throw Recogniser.notRead(type.isEmpty() ? "a ZIP archive" : "a ZIP-based " + type);
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** The entry's name as it is, for one that may differ in case; null if there is none. */
  String find(String name) {
    if (has(name)) {
      return name;
    }
    return Collections.list(zip.getEntries()).stream()
        .map(ZipArchiveEntry::getName)
        .filter(n -> n.equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /** Names of all entries, in the order of the directory. */
  List<String> names() {
    return Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();
  }

  /** The entries whose names end so, in the order of the names. */
  List<String> allWith(String end) {
    return Collections.list(zip.getEntries()).stream()
        .map(ZipArchiveEntry::getName)
        .filter(n -> n.endsWith(end))
        .sorted()
        .toList();
  }

  /** The first entry with an extension, or null. */
  String firstWith(String extension) {
    return Collections.list(zip.getEntries()).stream()
        .map(ZipArchiveEntry::getName)
        .filter(n -> n.endsWith(extension))
        .findFirst()
        .orElse(null);
  }

  String text(String name) throws ExtractionException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** All bytes of an entry. */
  byte[] bytes(String name) throws ExtractionException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(name, "is missing", null);
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new ExtractionException(
          ENCRYPTED, "a ZIP-based file with a password; save it without one");
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes(LONGEST_ENTRY);
    } catch (IOException | RuntimeException e) {
      throw damaged(name, "is damaged", e);
    }
    if (bytes.length == LONGEST_ENTRY) {
      throw new ExtractionException(
          OVER_LIMIT, "its part " + name + " is longer than " + LONGEST_ENTRY + " bytes");
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if (crc.getValue() != entry.getCrc()) {
      throw damaged(name, "does not fit its checksum", null);
    }
    return bytes;
  }

  /** The parser resolves no external entity, and takes what is not well-formed as it can. */
  Document xml(String name) throws ExtractionException {
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes(name)), null, "", Parser.xmlParser());
    } catch (IOException e) {
      throw damaged(name, "is damaged", e);
    }
  }

  private static ExtractionException damaged(String name, String what, Exception cause) {
    return new ExtractionException(
        CORRUPT, "its part " + name + " " + what + "; get the file anew", cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
