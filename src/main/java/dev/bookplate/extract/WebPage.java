package dev.bookplate.extract;

import dev.bookplate.extract.page.PageClaims;
import dev.bookplate.extract.page.QuickPage;
import dev.bookplate.extract.page.Uncertain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One web page: its text and what its head says of it. */
record WebPage(String text, Extracted.Metadata metadata) {

  /** How much of a page is its text. */
  enum Part {
    /** All that a reader sees. */
    ALL,
    /** Without menus, teasers and footers. */
    MAIN
  }

  /**
   * The character set is what is said of the page, else what it declares, unless a byte order mark
   * tells otherwise.
   *
   * @param said by whoever sent the page, or null
   * @throws ExtractionException as {@link PlainText#charset}, if it declares none
   */
  static WebPage of(byte[] bytes, Charset said, PlainText plainText, Part part)
      throws ExtractionException, IOException {
    Charset declared =
        said != null
            ? said
            : new HtmlEncodingDetector().detect(new ByteArrayInputStream(bytes), new Metadata());
    Charset charset = declared == null ? plainText.charset(bytes) : declared;
    if (part == Part.ALL) {
      try {
        return quick(decoded(bytes, charset));
      } catch (Uncertain e) {
        // the tree is certain
      }
    }
    return ofTree(bytes, charset, part);
  }

  /**
   * The same as of the tree, sooner.
   *
   * @throws Uncertain where only the tree is certain
   */
  static WebPage quick(String page) throws Uncertain {
    PageClaims claims = new PageClaims();
    String text = QuickPage.read(page, claims);
    return new WebPage(text, metadata(claims));
  }

  /** What the bytes of a page are in characters; a byte order mark tells. */
  private static String decoded(byte[] bytes, Charset charset) throws Uncertain {
    if (!mayHaveMark(bytes)) {
      return new String(bytes, charset);
    }
    if (bytes.length < 3
        || bytes[0] != (byte) 0xEF
        || bytes[1] != (byte) 0xBB
        || bytes[2] != (byte) 0xBF) {
      throw new Uncertain("a byte order mark of UTF-16, or none");
    }
    return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
  }

  private static WebPage ofTree(byte[] bytes, Charset charset, Part part) throws IOException {
    return ofTree(
        mayHaveMark(bytes)
            ? Jsoup.parse(new ByteArrayInputStream(bytes), charset.name(), "")
            : Jsoup.parse(new String(bytes, charset)), // decoded faster than from a stream
        part);
  }

  /** The same of a page that is a tree. */
  static WebPage ofTree(Document page, Part part) {
    Extracted.Metadata metadata = metadata(page);
    if (part == Part.MAIN) {
      MainContent.keep(page);
    }
    MarkedText text = new MarkedText();
    Markup.append(page, text);
    return new WebPage(text.text(), metadata);
  }

  /** Whether it may begin with a byte order mark: of UTF-8, UTF-16 or UTF-32. */
  private static boolean mayHaveMark(byte[] bytes) {
    return bytes.length > 0
        && (bytes[0] == (byte) 0xEF
            || bytes[0] == (byte) 0xFE
            || bytes[0] == (byte) 0xFF
            || bytes[0] == 0);
  }

  private static Extracted.Metadata metadata(Document page) {
    PageClaims claims = new PageClaims();
    page.getElementsByTag("meta").forEach(e -> claims.meta(e.attr("name"), e.attr("content")));
    Element root = page.firstElementChild();
    claims.language(root == null ? "" : root.attr("lang"));
    claims.title(page.title());
    return metadata(claims);
  }

  private static Extracted.Metadata metadata(PageClaims claims) {
    String author = claims.first("author", "dc.creator");
    String generator = claims.first("generator");
    return new Extracted.Metadata(
        claims.title().isBlank() ? claims.first("dc.title") : claims.title(),
        author == null ? List.of() : List.of(author),
        List.of(),
        claims.language().isBlank() ? null : claims.language(),
        claims.first("dc.publisher", "publisher"),
        claims.first("dc.date", "date"),
        claims.first("dc.rights", "copyright"),
        generator == null
            ? Stamps.NONE
            : new Stamps(List.of(new Stamps.Statement("generator", generator)), List.of()));
  }
}
