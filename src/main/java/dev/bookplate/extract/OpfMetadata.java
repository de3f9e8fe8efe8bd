package dev.bookplate.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The Dublin Core elements of an EPUB's package file. */
final class OpfMetadata {
  private OpfMetadata() {}

  /**
   * What a package file says.
   *
   * @param parts names of all parts of the file that holds it
   */
  static Extracted.Metadata of(Element opf, List<String> parts) {
    return new Extracted.Metadata(
        first(opf, "title"),
        all(opf, "creator"),
        identifiers(opf),
        first(opf, "language"),
        first(opf, "publisher"),
        first(opf, "date"),
        first(opf, "rights"),
        new Stamps(statements(opf), parts));
  }

  /** A meta element's name may be half of what it says: {@code Sigil version}, {@code 1.9.30}. */
  private static List<Stamps.Statement> statements(Element opf) {
    List<Stamps.Statement> all = new ArrayList<>();
    for (String name : List.of("contributor", "source", "description")) {
      Stamps.all(name, all(opf, name)).forEach(all::add);
    }
    for (Element e : opf.getAllElements()) {
      if (e.normalName().equals("meta") || e.normalName().equals("opf:meta")) {
        String name = e.attr(e.hasAttr("name") ? "name" : "property").strip();
        String value = e.hasAttr("content") ? e.attr("content") : e.text();
        all.add(new Stamps.Statement("meta", (name + " " + value).strip()));
      }
    }
    return all;
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
