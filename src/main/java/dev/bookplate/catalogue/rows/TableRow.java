package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a row of a table says of a book. */
final class TableRow {
  private static final Set<String> YES =
      Set.of("y", "yes", "true", "1", "x", "ja", "oui", "si", "да");
  private static final Set<String> NO = Set.of("n", "no", "false", "0", "nein", "non", "нет");

  private final ColumnMap map;
  private final List<String> cells;
  private final int dateBase;

  private TableRow(ColumnMap map, List<String> cells, int dateBase) {
    this.map = map;
    this.cells = cells;
    this.dateBase = dateBase;
  }

  static RowOutcome of(ColumnMap map, List<String> cells, RowPlace place, int dateBase) {
    return new TableRow(map, cells, dateBase).outcome(place);
  }

  private RowOutcome outcome(RowPlace place) {
    String id = text(BookColumn.ID);
    String table = place.part() == null ? place.source() : place.source() + "#" + place.part();
    RowBuilder book =
        new RowBuilder(place).key("list:" + table, id == null ? "row:" + place.row() : id);
    String published = TableDates.iso(text(BookColumn.YEAR), dateBase);
    book.names(names(published));
    numbers(book.numbers);
    file(book.file);
    book.note("published", published != null && published.length() > 4 ? published : null)
        .note("imprint", text(BookColumn.IMPRINT))
        .note("edition", text(BookColumn.EDITION));
    map.texts(BookColumn.RIGHTS, cells).forEach(rights -> book.note("rights", rights));
    book.note("tdm", mining(text(BookColumn.TDM)));
    book.holder(text(BookColumn.HOLDER));
    new Registered(
            map.texts(BookColumn.REGISTRATION, cells),
            date(BookColumn.REGISTRATION_DATE),
            text(BookColumn.RENEWAL),
            date(BookColumn.RENEWAL_DATE),
            isGroup())
        .tell(book);
    return book.outcome();
  }

  private String text(BookColumn column) {
    return map.text(column, cells);
  }

  private String date(BookColumn column) {
    return TableDates.iso(text(column), dateBase);
  }

  private BookNames names(String published) {
    String publisher = text(BookColumn.PUBLISHER);
    return new BookNames(
        text(BookColumn.TITLE),
        text(BookColumn.SUBTITLE),
        authors(),
        Written.series(text(BookColumn.SERIES), text(BookColumn.VOLUME)),
        publisher == null ? text(BookColumn.IMPRINT) : publisher,
        published == null
            ? Written.year(text(BookColumn.YEAR))
            : Written.year(published.substring(0, 4)),
        text(BookColumn.LANGUAGE));
  }

  private List<String> authors() {
    List<String> authors = new ArrayList<>();
    for (String field : map.texts(BookColumn.AUTHOR, cells)) {
      authors.addAll(Written.authors(field));
    }
    String last = text(BookColumn.AUTHOR_LAST);
    String first = text(BookColumn.AUTHOR_FIRST);
    if (last != null && authors.isEmpty()) {
      authors.add(first == null ? last : last + ", " + first);
    }
    return authors.stream().distinct().toList();
  }

  private void numbers(FoundNumbers numbers) {
    map.texts(BookColumn.ISBN, cells).forEach(field -> numbers.addIsbns(digits(field)));
    numbers.addIsbns(text(BookColumn.ASIN)).addDoi(text(BookColumn.DOI));
    String oclc = text(BookColumn.OCLC);
    numbers.add(oclc == null ? Optional.empty() : Numbers.oclc(digits(oclc)));
    String lccn = text(BookColumn.LCCN);
    numbers.add(lccn == null ? Optional.empty() : Numbers.lccn(digits(lccn)));
  }

  /** Spreadsheets write long numbers as 9.78E+12, and put .0 behind them. */
  private static String digits(String text) {
    if (!text.matches("[0-9]+\\.[0-9]+(?:[eE]\\+?[0-9]{1,2})?|[0-9]+[eE]\\+?[0-9]{1,2}")) {
      return text;
    }
    return new BigDecimal(text).toBigInteger().toString();
  }

  private void file(FoundFile file) {
    String name = text(BookColumn.FILE);
    String size = text(BookColumn.SIZE);
    boolean isNumber = size != null && size.matches("[0-9]{1,18}(?:\\.0+)?");
    file.name(name)
        .extension(text(BookColumn.EXTENSION))
        .size(isNumber ? Long.parseLong(size.replaceFirst("\\..*", "")) : -1)
        .digest(Digest.MD5, text(BookColumn.MD5))
        .digest(Digest.SHA1, text(BookColumn.SHA1))
        .digest(Digest.SHA256, text(BookColumn.SHA256));
  }

  private boolean isGroup() {
    String group = text(BookColumn.GROUP);
    return group == null
        ? Registered.saysGroup(text(BookColumn.TITLE))
        : YES.contains(group.toLowerCase(Locale.ROOT));
  }

  private static String mining(String said) {
    String word = said == null ? "" : said.toLowerCase(Locale.ROOT);
    return YES.contains(word) ? "reserved" : NO.contains(word) ? "not reserved" : said;
  }
}
