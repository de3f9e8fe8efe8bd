package dev.bookplate.report;

import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A rendered page, read by two parsers.
 *
 * @param source as written
 * @param xml as an XML parser sees it
 * @param html as an HTML parser sees it
 */
record Page(String source, Document xml, org.jsoup.nodes.Document html) {

  static Page of(RunReader run) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(run, out);
    return new Page(out.toString(), parse(out.toString()), Jsoup.parse(out.toString()));
  }

  private static Document parse(String source) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(source)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("the page is not well-formed XML: " + e.getMessage(), e);
    }
  }

  List<Element> elements() {
    NodeList all = xml.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  /** The number shown under a name in the head of the page. */
  String figure(String name) {
    return html.select(".figures div").stream()
        .filter(div -> div.select("dt").text().equals(name))
        .map(div -> div.select("b").text())
        .findFirst()
        .orElseThrow();
  }
}
