package dev.bookplate.catalogue.rows;

import java.util.List;
import java.util.stream.Stream;

/** What a product says of copyright, of where it may be sold, and of mining its text. */
final class OnixRights {
  /** The usage type of text and data mining, in the list of usage types. */
  private static final String MINING = "11";

  private OnixRights() {}

  static void tell(RowBuilder book, XmlElement descriptive, XmlElement publishing) {
    String holder = null;
    for (XmlElement statement : publishing.all("copyrightstatement")) {
      List<String> owners =
          statement.all("copyrightowner").stream()
              .map(OnixContributors::name)
              .filter(n -> n != null)
              .toList();
      String owner = owners.isEmpty() ? null : String.join("; ", owners);
      String type = statement.text("copyrighttype");
      // without a type it is copyright; P is of sound recordings, D of databases
      if (holder == null && (type == null || type.equals("C"))) {
        holder = owner;
      }
      book.note("copyright", joined(type, years(statement), owner));
    }
    book.holder(holder);
    for (XmlElement rights : publishing.all("salesrights")) {
      book.note("sales-rights", joined(rights.text("salesrightstype"), territory(rights)));
    }
    String elsewhere = publishing.text("rowsalesrightstype");
    book.note("sales-rights", elsewhere == null ? null : elsewhere + " rest of the world");
    mining(book, descriptive);
    for (XmlElement license : descriptive.all("epublicense")) {
      book.note("license", license.text("epublicensename"));
    }
  }

  private static void mining(RowBuilder book, XmlElement descriptive) {
    for (XmlElement usage : descriptive.all("epubusageconstraint")) {
      if (MINING.equals(usage.text("epubusagetype"))) {
        String status = usage.text("epubusagestatus");
        book.note(
            "tdm",
            switch (status == null ? "" : status) {
              case "01" -> "permitted";
              case "02" -> "limited";
              case "03" -> "reserved";
              case "" -> "no status given";
              default -> "status " + status;
            });
      }
    }
  }

  private static String years(XmlElement statement) {
    List<String> years =
        statement.texts("copyrightyear").stream().filter(y -> !y.equals("0")).toList();
    return years.isEmpty() ? null : String.join(" ", years);
  }

  private static String territory(XmlElement rights) {
    XmlElement territory = rights.at("territory");
    String countries = territory.text("countriesincluded");
    String regions = territory.text("regionsincluded");
    String notIn = joined(territory.text("countriesexcluded"), territory.text("regionsexcluded"));
    return joined(regions, countries, notIn == null ? null : "without " + notIn);
  }

  private static String joined(String... parts) {
    List<String> said = Stream.of(parts).filter(p -> p != null).toList();
    return said.isEmpty() ? null : String.join(" ", said);
  }
}
