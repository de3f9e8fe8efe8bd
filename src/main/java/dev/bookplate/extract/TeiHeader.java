package dev.bookplate.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the header of a TEI document says of it, that of a corpus first. */
final class TeiHeader {
  private TeiHeader() {}

  /** Of a document whose elements have no prefixes. */
  static Extracted.Metadata metadata(Document document) {
    Element header = document.selectFirst("teiheader");
    if (header == null) {
      return Extracted.Metadata.NONE;
    }
    Element language = header.selectFirst("langusage > language[ident]");
    Element root = document.selectFirst("tei, tei.2, teicorpus");
    String ofRoot = root == null || root.attr("xml:lang").isBlank() ? null : root.attr("xml:lang");
    return new Extracted.Metadata(
        first(header, "titlestmt > title[type=main]", "titlestmt > title"),
        header.select("titlestmt > author").eachText(),
        header.select("publicationstmt idno").eachText(),
        language == null ? ofRoot : language.attr("ident"),
        first(header, "publicationstmt > publisher", "publicationstmt > distributor"),
        first(header, "publicationstmt > date", "sourcedesc date"),
        first(header, "publicationstmt > availability"));
  }

  private static String first(Element header, String... queries) {
    for (String query : queries) {
      for (String text : header.select(query).eachText()) {
        if (!text.isBlank()) {
          return text.strip();
        }
      }
    }
    return null;
  }
}
