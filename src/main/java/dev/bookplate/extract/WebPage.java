package dev.bookplate.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
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
    Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset.name(), "");
    Extracted.Metadata metadata = metadata(page);
    if (part == Part.MAIN) {
      MainContent.keep(page);
    }
    MarkedText text = new MarkedText();
    Markup.append(page, text);
    return new WebPage(text.text(), metadata);
  }

  private static Extracted.Metadata metadata(Document page) {
    List<Element> said = page.getElementsByTag("meta");
    String author = meta(said, "author", "dc.creator");
    Element root = page.firstElementChild();
    String language = root == null ? "" : root.attr("lang");
    String title = page.title();
    String generator = meta(said, "generator");
    return new Extracted.Metadata(
        title.isBlank() ? meta(said, "dc.title") : title,
        author == null ? List.of() : List.of(author),
        List.of(),
        language.isBlank() ? null : language,
        meta(said, "dc.publisher", "publisher"),
        meta(said, "dc.date", "date"),
        meta(said, "dc.rights", "copyright"),
        generator == null
            ? Stamps.NONE
            : new Stamps(List.of(new Stamps.Statement("generator", generator)), List.of()));
  }

  private static String meta(List<Element> said, String... names) {
    for (String name : names) {
      for (Element e : said) {
        if (e.attr("name").equalsIgnoreCase(name) && !e.attr("content").isBlank()) {
          return e.attr("content").strip();
        }
      }
    }
    return null;
  }
}
