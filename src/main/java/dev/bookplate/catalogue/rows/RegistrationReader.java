package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a list of registrations as text. Rows count lines from 0; a full record is where it
 * begins: at its number, its type or its title, whichever comes first behind a blank line.
 */
final class RegistrationReader implements RowReader {
  private static final int LONGEST_LINE = 1 << 16;
  private static final int MOST_FIELDS = 1000;
  private static final Pattern FIELD =
      Pattern.compile("\\s{0,4}([A-Z][A-Za-z /()-]{2,40}):(?:\\s+(.*))?");

  private final ByteLines lines;
  private final String source;
  private final Queue<RowOutcome> ready = new ArrayDeque<>();
  private Map<String, List<String>> record = new LinkedHashMap<>();
  private String lastField;
  private long begun;
  private int fields;
  private boolean isEnd;

  RegistrationReader(InputStream bytes, String source) {
    lines = new ByteLines(bytes, LONGEST_LINE);
    this.source = source;
  }

  @Override
  public RowOutcome next() throws IOException {
    while (ready.isEmpty() && !isEnd) {
      String line = lines.next();
      if (line == null) {
        isEnd = true;
        finish();
      } else {
        take(line);
      }
    }
    return ready.poll();
  }

  private void take(String line) {
    Matcher number = RegistrationList.NUMBER.matcher(line.strip());
    Matcher field = FIELD.matcher(line);
    if (line.isBlank()) {
      finish();
    } else if (record.isEmpty() && number.matches()) {
      ready.add(listed(number, new RowPlace(source, null, lines.number())));
    } else if (field.matches() && fields < MOST_FIELDS) {
      begun = record.isEmpty() ? lines.number() : begun;
      fields++;
      lastField = field.group(1).strip().toLowerCase(Locale.ROOT);
      record
          .computeIfAbsent(lastField, f -> new ArrayList<>())
          .add(field.group(2) == null ? "" : field.group(2).strip());
    } else if (lastField != null && line.startsWith(" ")) {
      List<String> values = record.get(lastField);
      values.set(values.size() - 1, (values.get(values.size() - 1) + " " + line.strip()).strip());
    } else {
      ready.add(
          new RowOutcome.Rejected(
              new RowPlace(source, null, lines.number()),
              "This line is no registration number and no field of a record."));
    }
  }

  /** {@code TX 1-234-567 The Fen Wife}. */
  private RowOutcome listed(Matcher number, RowPlace place) {
    String title = Written.text(number.group(2).replaceFirst("^[\\s,;:|\u2013\u2014-]+", ""));
    RowBuilder book = new RowBuilder(place).key("registration", key(number.group(1)));
    book.names(new BookNames(title, null, List.of(), null, null, null, null));
    new Registered(List.of(number.group(1)), null, null, null, Registered.saysGroup(title))
        .tell(book);
    return held(book, place);
  }

  private static String key(String printed) {
    return Numbers.registration(printed).map(Identifier::value).orElse(Registered.renewal(printed));
  }

  /** Numbers of before 1978 identify nothing by themselves, but are a registration. */
  private static RowOutcome held(RowBuilder book, RowPlace place) {
    return book.hasRegistration()
        ? book.row()
        : new RowOutcome.Rejected(place, "This record has no registration number.");
  }

  private void finish() {
    if (record.isEmpty()) {
      return;
    }
    RowPlace place = new RowPlace(source, null, begun);
    String numbered = first("registration number / date", "registration number");
    String[] number = numbered == null ? new String[0] : numbered.split("\\s+/\\s+", 2);
    RowBuilder book = new RowBuilder(place);
    book.key("registration", number.length == 0 ? null : key(number[0]));
    String title = first("title", "application title");
    int slash = title == null ? -1 : title.indexOf(" / ");
    String bare = slash < 0 ? title : title.substring(0, slash);
    List<String> authors = new ArrayList<>();
    record
        .getOrDefault("authorship on application", List.of())
        .forEach(a -> authors.add(person(a)));
    if (authors.isEmpty()) {
      record.getOrDefault("names", List.of()).forEach(a -> authors.add(person(a)));
    }
    String published = TableDates.iso(first("date of publication"), 0);
    book.names(
        new BookNames(
            Isbd.name(bare),
            null,
            authors.stream().filter(a -> a != null).distinct().toList(),
            first("series"),
            null,
            published == null ? Written.year(first("date of creation")) : Written.year(published),
            null));
    book.note("published", published);
    isbn(book);
    String claimant = first("copyright claimant");
    book.holder(person(claimant));
    if (number.length > 0) {
      String date =
          TableDates.iso(number.length > 1 ? number[1].strip() : first("effective date"), 0);
      boolean isGroup =
          record.getOrDefault("title", List.of()).size() > 1 || record.containsKey("contents");
      new Registered(List.of(number[0]), date, null, null, isGroup || Registered.saysGroup(title))
          .tell(book);
    }
    ready.add(held(book, place));
    record = new LinkedHashMap<>();
    lastField = null;
    fields = 0;
  }

  private void isbn(RowBuilder book) {
    String isbn = first("isbn", "isbn number");
    if (isbn != null) {
      book.numbers.addIsbns(isbn);
    }
  }

  /** {@code Quill, Ada, 1950-} and {@code Ada Quill (employer for hire)}: the name alone. */
  private static String person(String text) {
    return text == null
        ? null
        : Isbd.name(text.replaceFirst("[,;:(]\\s*(?:[0-9]{4}|employer|author|transfer).*", ""));
  }

  private String first(String... names) {
    for (String name : names) {
      for (String value : record.getOrDefault(name, List.of())) {
        if (!value.isBlank()) {
          return Written.text(value);
        }
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
