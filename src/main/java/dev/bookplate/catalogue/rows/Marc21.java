package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.Standing.Registration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the fields of MARC 21 say of a book. */
final class Marc21 {
  private static final Pattern NUMBER = Pattern.compile("[^\\s(\\[:;,]+");

  /** A registration number at the start of field 017, before any words in brackets. */
  private static final Pattern REGISTERED = Pattern.compile("([A-Za-z]{1,3}[ -]?[0-9][0-9-]*).*");

  private Marc21() {}

  static void tell(MarcRecord record, RowBuilder book) {
    numbers(record, book.numbers);
    MarcPeople people = MarcPeople.of(record);
    MarcField title = record.first("245");
    List<String> titleParts = title.texts("anp").stream().map(Isbd::bare).toList();
    book.names(
        new BookNames(
            titleParts.isEmpty() ? null : String.join(" ", titleParts).strip(),
            Isbd.bare(joined(title.texts("b"))),
            people.authors(),
            series(record),
            publisher(record),
            year(record),
            language(record)));
    people.notes().forEach(book::note);
    String type = "" + record.leader(6) + record.leader(7);
    if (!type.startsWith("a") && !type.startsWith("t")) {
      book.note("marc-type", type.strip());
    }
    registrations(record, book);
    copyright(record, book);
    book.asOf(transaction(record.control("005")));
  }

  private static void numbers(MarcRecord record, FoundNumbers numbers) {
    for (MarcField each : record.all("020")) {
      each.texts("a").forEach(text -> isbn(text, numbers));
    }
    for (MarcField each : record.all("024")) {
      String scheme = each.text('2');
      if (each.text('a') != null && each.indicator(1) == '7' && "doi".equals(scheme)) {
        numbers.addDoi(each.text('a'));
      } else if (each.text('a') != null && each.indicator(1) == '3') {
        numbers.add(Numbers.isbn(each.text('a')));
      }
    }
    for (MarcField each : record.all("010")) {
      each.texts("a").forEach(text -> numbers.add(Numbers.lccn(text)));
    }
    for (MarcField each : record.all("035")) {
      for (String text : each.texts("a")) {
        if (text.startsWith("(OCoLC)")) {
          numbers.add(Numbers.oclc(text));
        }
      }
    }
    String agency = record.control("003");
    if ("OCoLC".equals(agency) && record.control("001") != null) {
      numbers.add(Numbers.oclc(record.control("001")));
    }
  }

  /** Behind the number may stand a binding or a price. */
  private static void isbn(String text, FoundNumbers numbers) {
    Optional<Identifier> whole = Numbers.isbn(text);
    Matcher number = NUMBER.matcher(text);
    if (whole.isPresent() || !number.find()) {
      numbers.add(whole);
    } else {
      numbers.add(Numbers.isbn(number.group()));
    }
  }

  private static String series(MarcRecord record) {
    for (String tag : List.of("490", "440", "830")) {
      MarcField field = record.first(tag);
      String name = Isbd.name(joined(field.texts(tag.equals("490") ? "a" : "anp")));
      if (name != null) {
        return Written.series(name, Isbd.name(field.text('v')));
      }
    }
    return null;
  }

  /** Of publication, not of manufacture or distribution. */
  private static MarcField imprint(MarcRecord record) {
    for (MarcField each : record.all("264")) {
      if (each.indicator(2) == '1') {
        return each;
      }
    }
    return record.first("260");
  }

  private static String publisher(MarcRecord record) {
    String name = Isbd.unbracketed(imprint(record).text('b'));
    return name != null && name.matches("(?i)s\\.\\s*n\\.?|publisher not identified") ? null : name;
  }

  /** The first date of the fixed field where it is of publication, else what is printed. */
  private static Integer year(MarcRecord record) {
    String kind = record.fixed(6, 7);
    String date = record.fixed(7, 11);
    // of reprints (r) and of collections over years (i, k) the first date is the one of the book
    if (!kind.isEmpty() && !"bn|".contains(kind) && date.matches("1[0-9]{3}|20[0-9]{2}")) {
      return Integer.valueOf(date);
    }
    return Written.year(imprint(record).text('c'));
  }

  private static String language(MarcRecord record) {
    String code = record.fixed(35, 38);
    if (code.matches("[a-z]{3}") && !List.of("zxx", "und", "mul").contains(code)) {
      return code;
    }
    return record.first("041").text('a');
  }

  private static void registrations(MarcRecord record, RowBuilder book) {
    for (MarcField each : record.all("017")) {
      String agency = each.text('b');
      boolean isAmerican = agency == null || agency.contains("U.S.") || agency.contains("DLC");
      for (String text : each.texts("a")) {
        Matcher number = REGISTERED.matcher(text);
        if (isAmerican && number.matches()) {
          Optional<Identifier> normal = Numbers.registration(number.group(1));
          book.numbers.add(normal);
          String date = OnixDates.iso(each.text('d'));
          book.registration(
              new Registration(
                  normal.map(Identifier::value).orElse(number.group(1)), text, date, null, false));
        } else {
          book.note("legal-deposit", agency == null ? text : text + " " + agency);
        }
      }
    }
  }

  /** Field 542: what a cataloguer found out of the copyright. */
  private static void copyright(MarcRecord record, RowBuilder book) {
    for (MarcField each : record.all("542")) {
      book.holder(Isbd.name(each.text('d')));
      book.note("copyright-status", joined(each.texts("l")))
          .note("copyright-statement", joined(each.texts("f")))
          .note("copyright-date", joined(each.texts("g")))
          .note("copyright-renewed", joined(each.texts("h")))
          .note("copyright-published", joined(each.texts("i")))
          .note("copyright-note", joined(each.texts("n")))
          .note("copyright-jurisdiction", joined(each.texts("r")));
    }
    for (MarcField each : record.all("264")) {
      if (each.indicator(2) == '4') {
        book.note("copyright-date", Isbd.bare(each.text('c')));
      }
    }
    book.note("edition", Isbd.bare(record.first("250").text('a')));
  }

  private static String joined(List<String> texts) {
    return texts.isEmpty() ? null : String.join(" ", texts);
  }

  /** The day of {@code 20030305110405.0}. */
  static String transaction(String stamp) {
    return stamp == null || stamp.length() < 8
        ? null
        : Written.day(OnixDates.iso(stamp.substring(0, 8)));
  }
}
