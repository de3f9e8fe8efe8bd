package dev.bookplate.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What an EPUB's tables of contents call its pages: the first entry that leads to each. */
final class EpubTitles {
  private static final int LONGEST = 80;

  private EpubTitles() {}

  /** By the paths of entries; empty where no table of contents can be read. */
  static Map<String, String> of(ZipBook zip, EpubPackage content) {
    Map<String, String> titles = new HashMap<>();
    for (String path : content.navigation()) {
      String name = zip.find(path);
      try {
        if (name != null) {
          add(zip.xml(name), name, titles);
        }
      } catch (ExtractionException e) {
        // the chapters are read without their titles
      }
    }
    return titles;
  }

  private static void add(Document page, String base, Map<String, String> titles) {
    for (Element e : page.getAllElements()) {
      String name = EpubBook.localName(e);
      if (name.equals("navpoint")) {
        Element label = child(e, "navlabel");
        Element target = child(e, "content");
        if (label != null && target != null) {
          put(base, target.attr("src"), label.text(), titles);
        }
      } else if (name.equals("a") && e.hasAttr("href")) {
        put(base, e.attr("href"), e.text(), titles);
      }
    }
  }

  private static Element child(Element parent, String name) {
    return parent.children().stream()
        .filter(e -> EpubBook.localName(e).equals(name))
        .findFirst()
        .orElse(null);
  }

  private static void put(String base, String href, String text, Map<String, String> titles) {
    String title = text.strip();
    if (!title.isEmpty() && title.length() <= LONGEST) {
      titles.putIfAbsent(EpubBook.resolve(base, href), title);
    }
  }
}
