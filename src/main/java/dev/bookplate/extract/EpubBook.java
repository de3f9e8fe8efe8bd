package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.CORRUPT;
import static dev.bookplate.extract.ExtractionException.Reason.DRM;
import static dev.bookplate.extract.ExtractionException.Reason.OVER_LIMIT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * EPUB 2 and 3: the chapters in the order of the spine. Read here and not by Tika, which reads on
 * in a damaged file with what it can find, and loses letters that are written as HTML entities.
 */
final class EpubBook {
  private static final String ENCRYPTION = "META-INF/encryption.xml";
  private static final List<String> RIGHTS = List.of("META-INF/rights.xml", "META-INF/sinf.xml");

  private final ZipBook zip;
  private final long maxChars;

  private EpubBook(ZipBook zip, long maxChars) {
    this.zip = zip;
    this.maxChars = maxChars;
  }

  /** Text, perhaps blank, and metadata. */
  record Content(String text, Extracted.Metadata metadata) {}

  static Content read(Source source, long maxChars) throws ExtractionException, IOException {
    try (ZipBook zip = ZipBook.open(source)) {
      return new EpubBook(zip, maxChars).read();
    }
  }

  private Content read() throws ExtractionException {
    String opfName = packageName();
    Element opf = xml(opfName);
    List<String> chapters = chapters(opf, opfName);
    refuseDrm(chapters);
    StringBuilder text = new StringBuilder();
    for (String chapter : chapters) {
      Markup.append(xml(chapter), text);
      if (text.length() > maxChars) {
        throw new ExtractionException(OVER_LIMIT, "longer than " + maxChars + " characters");
      }
    }
    return new Content(text.toString(), OpfMetadata.of(opf));
  }

  private String packageName() throws ExtractionException {
    if (zip.has("META-INF/container.xml")) {
      for (Element e : xml("META-INF/container.xml").getElementsByTag("rootfile")) {
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

  private List<String> chapters(Element opf, String opfName) throws ExtractionException {
    Map<String, Element> manifest = new HashMap<>();
    for (Element e : opf.getAllElements()) {
      if (localName(e).equals("item")) {
        manifest.putIfAbsent(e.attr("id"), e);
      }
    }
    List<String> chapters = new ArrayList<>();
    for (Element e : opf.getAllElements()) {
      Element item = localName(e).equals("itemref") ? manifest.get(e.attr("idref")) : null;
      if (item != null && isText(item)) {
        chapters.add(chapter(opfName, item.attr("href")));
      }
    }
    return chapters;
  }

  private String chapter(String opfName, String href) throws ExtractionException {
    String wanted = resolve(opfName, href);
    String name = zip.find(wanted);
    if (name == null) {
      throw new ExtractionException(
          CORRUPT, "an EPUB whose chapter " + wanted + " is missing; get the file anew");
    }
    return name;
  }

  private static boolean isText(Element item) {
    String type = item.attr("media-type").toLowerCase(Locale.ROOT);
    String href = item.attr("href").toLowerCase(Locale.ROOT);
    return type.contains("html")
        || type.contains("dtbook")
        || type.contains("oeb1-document")
        || (type.isEmpty() && href.contains("htm"));
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
      for (Element data : xml(ENCRYPTION).getAllElements()) {
        if (localName(data).equals("encrypteddata") && locks(data, chapters)) {
          throw locked();
        }
      }
    } else if (RIGHTS.stream().anyMatch(zip::has) && !chapters.isEmpty()) {
      String start = zip.text(chapters.getFirst()).replace("\uFEFF", "").stripLeading();
      if (!start.startsWith("<")) {
        throw locked();
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

  /** The parser resolves no external entity, and takes what is not well-formed as it can. */
  private Document xml(String name) throws ExtractionException {
    try {
      return Jsoup.parse(new ByteArrayInputStream(zip.bytes(name)), null, "", Parser.xmlParser());
    } catch (IOException e) {
      throw new ExtractionException(
          CORRUPT, "its part " + name + " is damaged; get the file anew", e);
    }
  }

  /** A tag's name in lower case without its prefix. */
  static String localName(Element e) {
    String name = e.normalName();
    return name.substring(name.indexOf(':') + 1);
  }
}
