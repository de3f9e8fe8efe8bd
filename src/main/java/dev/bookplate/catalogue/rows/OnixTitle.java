package dev.bookplate.catalogue.rows;

import java.util.List;

/**
 * The title that a composite of ONIX spells out, on its levels.
 *
 * @param title or null
 * @param subtitle or null
 */
record OnixTitle(String title, String subtitle) {
  private static final String OF_PRODUCT = "01";
  private static final String OF_COLLECTION = "02";

  /** The distinctive title of a product, else the first one. */
  static OnixTitle of(List<XmlElement> details) {
    XmlElement detail = distinctive(details);
    XmlElement own = level(detail, OF_PRODUCT);
    String title = own == null ? null : title(own);
    if (title != null) {
      return new OnixTitle(title, own.text("subtitle"));
    }
    // a volume may have a number only, within what has a title
    XmlElement whole = level(detail, OF_COLLECTION);
    String part = own == null ? null : own.text("partnumber");
    String wholeTitle = whole == null ? firstTitle(detail) : title(whole);
    return new OnixTitle(
        Written.series(wholeTitle, part), whole == null ? null : whole.text("subtitle"));
  }

  /** The title of a collection, with the number that the product has in it. */
  static OnixTitle ofCollection(List<XmlElement> details) {
    XmlElement detail = distinctive(details);
    XmlElement whole = level(detail, OF_COLLECTION);
    XmlElement own = level(detail, OF_PRODUCT);
    String part = own == null ? null : own.text("partnumber");
    if (part == null && whole != null) {
      part = whole.text("partnumber");
    }
    return new OnixTitle(
        Written.series(whole == null ? firstTitle(detail) : title(whole), part), null);
  }

  private static XmlElement distinctive(List<XmlElement> details) {
    return details.stream()
        .filter(d -> "01".equals(d.text("titletype")))
        .findFirst()
        .orElse(details.isEmpty() ? new XmlElement("titledetail") : details.get(0));
  }

  private static XmlElement level(XmlElement detail, String level) {
    return detail.all("titleelement").stream()
        .filter(e -> level.equals(e.text("titleelementlevel")))
        .findFirst()
        .orElse(null);
  }

  private static String firstTitle(XmlElement detail) {
    return detail.all("titleelement").stream()
        .map(OnixTitle::title)
        .filter(t -> t != null)
        .findFirst()
        .orElse(null);
  }

  private static String title(XmlElement element) {
    String whole = element.text("titletext");
    if (whole != null) {
      return whole;
    }
    String bare = element.text("titlewithoutprefix");
    String prefix = element.text("titleprefix");
    if (bare == null || prefix == null) {
      return bare;
    }
    return prefix.endsWith("'") || prefix.endsWith("\u2019") ? prefix + bare : prefix + " " + bare;
  }
}
