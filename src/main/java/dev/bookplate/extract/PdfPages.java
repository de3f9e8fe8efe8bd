package dev.bookplate.extract;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The text of each page of a PDF, as Tika's parser tells it. */
final class PdfPages extends DefaultHandler {
  private final List<StringBuilder> pages = new ArrayList<>();
  private final StringBuilder outside = new StringBuilder();
  private boolean inPage;
  private int depth;

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) {
    if (inPage) {
      depth++;
    } else if (localName.equals("div") && "page".equals(attributes.getValue("class"))) {
      pages.add(new StringBuilder());
      inPage = true;
      depth = 0;
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    inPage &= depth > 0;
    depth--;
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    (inPage ? pages.getLast() : outside).append(chars, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) {
    characters(chars, start, length);
  }

  /** The lines of each page, without blanks at their ends. */
  List<List<String>> lines() {
    return pages.stream().map(PdfPages::lines).toList();
  }

  /** What stands on no page: the fields of forms. */
  List<String> outside() {
    return lines(outside);
  }

  private static List<String> lines(StringBuilder text) {
    return text.toString().lines().map(String::stripTrailing).toList();
  }
}
