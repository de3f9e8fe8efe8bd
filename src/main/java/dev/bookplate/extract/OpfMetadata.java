package dev.bookplate.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The Dublin Core elements of an EPUB's package file. */
final class OpfMetadata {
  private OpfMetadata() {}

  static Extracted.Metadata of(Element opf) {
    return new Extracted.Metadata(
        first(opf, "title"),
        all(opf, "creator"),
        identifiers(opf),
        first(opf, "language"),
        first(opf, "publisher"),
        first(opf, "date"),
        first(opf, "rights"));
  }

  private static List<Element> elements(Element opf, String name) {
    List<Element> found = new ArrayList<>();
    for (Element e : opf.getAllElements()) {
      if (e.normalName().equals("dc:" + name) && !e.text().isBlank()) {
        found.add(e);
      }
    }
    return found;
  }

  private static List<String> all(Element opf, String name) {
    return elements(opf, name).stream().map(e -> e.text().strip()).toList();
  }

  private static String first(Element opf, String name) {
    return all(opf, name).stream().findFirst().orElse(null);
  }

  private static List<String> identifiers(Element opf) {
    return elements(opf, "identifier").stream().map(OpfMetadata::identifier).toList();
  }

  /** EPUB 2 has the scheme in an attribute; it is put in front, as EPUB 3 writes it. */
  private static String identifier(Element e) {
    String value = e.text().strip();
    String scheme = e.attr("opf:scheme").strip();
    return scheme.isEmpty() || value.contains(":") ? value : scheme + ":" + value;
  }
}
