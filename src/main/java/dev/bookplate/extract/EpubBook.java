package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.CORRUPT;
import static dev.bookplate.extract.ExtractionException.Reason.DRM;
import static dev.bookplate.extract.ExtractionException.Reason.OVER_LIMIT;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * EPUB 2 and 3: the chapters in the order of the spine, then pages that the package file lists and
 * the spine leaves out. A chapter that is missing or damaged is a gap. Read here and not by Tika,
 * which reads on in a damaged file with what it can find, and loses letters that are written as
 * HTML entities.
 */
final class EpubBook {
  private static final String ENCRYPTION = "META-INF/encryption.xml";
  private static final List<String> RIGHTS = List.of("META-INF/rights.xml", "META-INF/sinf.xml");

  private final ZipBook zip;
  private final long maxChars;
  private final MarkedText text = new MarkedText();
  private final List<String> gaps = new ArrayList<>();

  private EpubBook(ZipBook zip, long maxChars) {
    this.zip = zip;
    this.maxChars = maxChars;
  }

  /** Its text, perhaps blank. */
  static Extracted read(Source source, long maxChars) throws ExtractionException, IOException {
    try (ZipBook zip = ZipBook.open(source)) {
      return new EpubBook(zip, maxChars).read();
    }
  }

  private Extracted read() throws ExtractionException {
    String opfName = packageName();
    Document opf = zip.xml(opfName);
    EpubPackage content = EpubPackage.of(opf, opfName);
    refuseDrm(content.parts().stream().map(EpubPackage.Part::path).toList());
    Map<String, String> titles = EpubTitles.of(zip, content);
    for (EpubPackage.Part part : content.parts()) {
      add(part, titles.get(part.path()));
    }
    for (String unlisted : content.unlisted()) {
      gaps.add("its spine names a part '" + unlisted + "' that its package file does not list");
    }
    if (text.out().isEmpty() && !gaps.isEmpty()) {
      throw new ExtractionException(
          CORRUPT,
          "an EPUB without one chapter that can be read: "
              + gaps.getFirst()
              + (gaps.size() > 1 ? ", and so for " + (gaps.size() - 1) + " more" : "")
              + "; get the file anew");
    }
    return new Extracted(
        text.text(),
        Extractor.OURS + FileKind.EPUB.label(),
        FileKind.EPUB.label(),
        OpfMetadata.of(opf, zip.names()),
        text.places(),
        List.copyOf(gaps));
  }

  private void add(EpubPackage.Part part, String title) throws ExtractionException {
    String name = zip.find(part.path());
    if (name == null) {
      gaps.add(part.people() + " is missing");
      return;
    }
    Document page;
    try {
      page = zip.xml(name);
    } catch (ExtractionException e) {
      if (e.reason() != CORRUPT) {
        throw e;
      }
      gaps.add(part.people() + " cannot be read: " + e.getMessage());
      return;
    }
    text.mark(part.people() + (title == null ? "" : " (" + title + ")"));
    Markup.append(page, text);
    if (text.out().length() > maxChars) {
      throw new ExtractionException(OVER_LIMIT, "longer than " + maxChars + " characters");
    }
  }

  private String packageName() throws ExtractionException {
    if (zip.has("META-INF/container.xml")) {
      for (Element e : zip.xml("META-INF/container.xml").getElementsByTag("rootfile")) {
        String name = zip.find(e.attr("full-path"));
        if (name != null) {
          return name;
        }
      }
    }
    String name = zip.firstWith(".opf");
    if (name == null) {
      throw new ExtractionException(
          CORRUPT, "an EPUB without a package file that lists its chapters; get the file anew");
    }
    return name;
  }

  /** A path relative to the package file, as the name of an entry. */
  static String resolve(String base, String href) {
    String path = href.replaceFirst("#.*", "").replace("+", "%2B");
    Deque<String> parts = new ArrayDeque<>(List.of(base.split("/", -1)));
    parts.removeLast();
    for (String part : decode(path).split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private static String decode(String path) {
    try {
      return URLDecoder.decode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path.replace("%2B", "+"); // a percent sign that is part of the name
    }
  }

  private void refuseDrm(List<String> chapters) throws ExtractionException {
    if (zip.has(ENCRYPTION)) {
      for (Element data : zip.xml(ENCRYPTION).getAllElements()) {
        if (localName(data).equals("encrypteddata") && locks(data, chapters)) {
          throw locked();
        }
      }
    } else if (RIGHTS.stream().anyMatch(zip::has)) {
      for (String chapter : chapters) {
        if (zip.has(chapter)) {
          String start = zip.text(chapter).replace("\uFEFF", "").stripLeading();
          if (!start.startsWith("<")) {
            throw locked();
          }
          return;
        }
      }
    }
  }

  /** Fonts may be scrambled in any book; what counts is whether a chapter is. */
  private static boolean locks(Element encryptedData, List<String> chapters) {
    for (Element e : encryptedData.getAllElements()) {
      if (localName(e).equals("cipherreference")
          && chapters.contains(resolve("root", e.attr("URI")))) {
        return true;
      }
    }
    return false;
  }

  private static ExtractionException locked() {
    return new ExtractionException(DRM, "an EPUB with DRM: its chapters are locked");
  }

  /** A tag's name in lower case without its prefix. */
  static String localName(Element e) {
    String name = e.normalName();
    return name.substring(name.indexOf(':') + 1);
  }
}
