package dev.bookplate.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What an EPUB's package file says that there is to read.
 *
 * @param parts in the order of the spine, then pages outside of it
 * @param navigation paths of the tables of contents, in both forms
 * @param unlisted ids that the spine names and the manifest does not list
 */
record EpubPackage(List<Part> parts, List<String> navigation, List<String> unlisted) {
  private static final String NCX = "application/x-dtbncx+xml";

  /**
   * A page of the book.
   *
   * @param number in the spine, from 1; 0 outside of it
   * @param path of its entry
   */
  record Part(int number, String path) {
    /** {@code spine item 4: OPS/ch3.xhtml}. */
    String people() {
      return (number == 0 ? "outside the spine: " : "spine item " + number + ": ") + path;
    }
  }

  static EpubPackage of(Element opf, String opfName) {
    Map<String, Element> manifest = new LinkedHashMap<>();
    List<String> navigation = new ArrayList<>();
    for (Element e : opf.getAllElements()) {
      if (EpubBook.localName(e).equals("item")) {
        manifest.putIfAbsent(e.attr("id"), e);
        if (isNavigation(e)) {
          navigation.add(path(opfName, e));
        }
      }
    }
    List<Part> parts = new ArrayList<>();
    List<String> unlisted = new ArrayList<>();
    int number = 0;
    for (Element e : opf.getAllElements()) {
      if (EpubBook.localName(e).equals("itemref")) {
        number++;
        Element item = manifest.get(e.attr("idref"));
        if (item == null) {
          unlisted.add(e.attr("idref"));
        } else if (isText(item)) {
          parts.add(new Part(number, path(opfName, item)));
        }
      }
    }
    addOutside(opfName, manifest, parts);
    return new EpubPackage(List.copyOf(parts), List.copyOf(navigation), List.copyOf(unlisted));
  }

  /** A table of contents that the spine leaves out says nothing that the chapters do not. */
  private static void addOutside(String opfName, Map<String, Element> manifest, List<Part> parts) {
    Set<String> there = new HashSet<>();
    parts.forEach(part -> there.add(part.path));
    for (Element item : manifest.values()) {
      String path = path(opfName, item);
      if (isText(item) && !isNavigation(item) && there.add(path)) {
        parts.add(new Part(0, path));
      }
    }
  }

  private static String path(String opfName, Element item) {
    return EpubBook.resolve(opfName, item.attr("href"));
  }

  private static boolean isNavigation(Element item) {
    return item.attr("media-type").equals(NCX)
        || List.of(item.attr("properties").strip().split("\\s+")).contains("nav");
  }

  private static boolean isText(Element item) {
    String type = item.attr("media-type").toLowerCase(Locale.ROOT);
    String href = item.attr("href").toLowerCase(Locale.ROOT);
    return type.contains("html")
        || type.contains("dtbook")
        || type.contains("oeb1-document")
        || (type.isEmpty() && href.contains("htm"));
  }
}
