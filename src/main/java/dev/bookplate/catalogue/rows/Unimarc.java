package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the fields of UNIMARC say of a book. */
final class Unimarc {
  private Unimarc() {}

  static void tell(MarcRecord record, RowBuilder book) {
    for (MarcField each : record.all("010")) {
      each.texts("a").forEach(text -> book.numbers.add(Numbers.isbn(text)));
    }
    MarcField title = record.first("200");
    String imprintTag = record.has("214") ? "214" : "210";
    MarcField imprint = record.first(imprintTag);
    book.names(
        new BookNames(
            joined(title.texts("ahi")),
            joined(title.texts("e")),
            authors(record),
            Written.series(record.first("225").text('a'), record.first("225").text('v')),
            Isbd.unbracketed(imprint.text('c')),
            Written.year(imprint.text('d')),
            record.first("101").text('a')));
    book.note("edition", record.first("205").text('a'));
    book.asOf(Marc21.transaction(record.control("005")));
  }

  private static List<String> authors(MarcRecord record) {
    List<String> authors = new ArrayList<>();
    for (String tag : List.of("700", "701", "710", "711")) {
      for (MarcField field : record.all(tag)) {
        String first = Isbd.bare(field.text('a'));
        String rest = Isbd.bare(field.text('b'));
        String name = first == null || rest == null ? first : first + ", " + rest;
        if (name != null && !authors.contains(name)) {
          authors.add(name);
        }
      }
    }
    return List.copyOf(authors);
  }

  private static String joined(List<String> texts) {
    List<String> bare = texts.stream().flatMap(t -> Stream.ofNullable(Isbd.bare(t))).toList();
    return bare.isEmpty() ? null : String.join(" ", bare);
  }
}
