package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a product of ONIX says of its book. */
final class OnixProduct {
  private static final String DELETED = "05";

  private final XmlElement product;
  private final XmlElement descriptive;
  private final XmlElement publishing;

  private OnixProduct(XmlElement product) {
    this.product = product;
    descriptive = product.at("descriptivedetail");
    publishing = product.at("publishingdetail");
  }

  /**
   * The row of a product.
   *
   * @param sent ISO date of the message, or null
   */
  static RowOutcome row(XmlElement product, RowPlace place, String sent) {
    String reference = product.text("recordreference");
    if (reference == null) {
      return new RowOutcome.Rejected(place, "This product has no RecordReference.");
    }
    if (DELETED.equals(product.text("notificationtype"))) {
      return new RowOutcome.Rejected(
          place, "This product, " + reference + ", is a notice that its record was deleted.");
    }
    return new OnixProduct(product).row(new RowBuilder(place).key("onix", reference), sent);
  }

  private RowOutcome row(RowBuilder book, String sent) {
    numbers(book.numbers);
    OnixContributors people = OnixContributors.of(descriptive);
    OnixTitle title = OnixTitle.of(descriptive.all("titledetail"));
    book.names(
        new BookNames(
            title.title(),
            title.subtitle(),
            people.authors(),
            series(),
            publisher(),
            Written.year(date("01")),
            language()));
    people.others().forEach(other -> book.note("contributor", other));
    book.note("imprint", publishing.at("imprint").text("imprintname"))
        .note("edition", descriptive.text("editionnumber"))
        .note("published", date("01"))
        .note("first-published", date("11"));
    OnixRights.tell(book, descriptive, publishing);
    String stamp = OnixDates.iso(product.attribute("datestamp"));
    return book.asOf(Written.day(stamp == null ? sent : stamp)).outcome();
  }

  private void numbers(FoundNumbers numbers) {
    for (XmlElement each : product.all("productidentifier")) {
      String value = each.text("idvalue");
      String type = each.text("productidtype");
      if (value != null && type != null) {
        switch (type) {
          case "02", "03", "15" -> numbers.add(Numbers.isbn(value));
          case "06" -> numbers.add(Numbers.doi(value));
          case "13" -> numbers.add(Numbers.lccn(value));
          case "23" -> numbers.add(Numbers.oclc(value));
          default -> {}
        }
      }
    }
    for (XmlElement work : product.at("relatedmaterial").all("relatedwork")) {
      if ("01".equals(work.text("workrelationcode"))) {
        work.all("workidentifier").forEach(w -> addWork(w, numbers));
      }
    }
  }

  private static void addWork(XmlElement work, FoundNumbers numbers) {
    String type = work.text("workidtype");
    String library =
        switch (type == null ? "" : type) {
          case "11" -> "istc";
          case "32" -> "glimir";
          case "33" -> "owi";
          case "39" -> "iscc";
          default -> null;
        };
    if (library != null) {
      numbers.addRecord(library, work.text("idvalue"));
    }
  }

  private String series() {
    for (XmlElement collection : descriptive.all("collection")) {
      OnixTitle title = OnixTitle.ofCollection(collection.all("titledetail"));
      if (title.title() != null) {
        return title.title();
      }
    }
    return null;
  }

  /** The publisher, else the imprint under which the book is sold. */
  private String publisher() {
    List<String> names = new ArrayList<>();
    for (XmlElement each : publishing.all("publisher")) {
      String role = each.text("publishingrole");
      if (each.text("publishername") != null) {
        names.add("01".equals(role) || role == null ? 0 : names.size(), each.text("publishername"));
      }
    }
    return names.isEmpty() ? publishing.at("imprint").text("imprintname") : names.get(0);
  }

  private String language() {
    for (XmlElement each : descriptive.all("language")) {
      String code = each.text("languagecode");
      if ("01".equals(each.text("languagerole")) && code != null) {
        return code.toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  private String date(String role) {
    for (XmlElement each : publishing.all("publishingdate")) {
      if (role.equals(each.text("publishingdaterole"))) {
        return OnixDates.iso(each.text("date"));
      }
    }
    return null;
  }
}
