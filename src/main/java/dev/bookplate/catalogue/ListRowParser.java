package dev.bookplate.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes sense of the fields of one row; what makes none is left out and becomes a problem. */
final class ListRowParser {
  private static final Pattern YEAR = Pattern.compile("-?[0-9]{1,4}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?");

  private final Map<ListColumn, String> fields;
  private final List<String> problems = new ArrayList<>();

  private ListRowParser(Map<ListColumn, String> fields) {
    this.fields = fields;
  }

  /**
   * Parses a row.
   *
   * @param fields stripped, none blank; without those that the row leaves empty
   */
  static ListRow parse(long line, Map<ListColumn, String> fields) {
    return new ListRowParser(fields).row(line);
  }

  private ListRow row(long line) {
    String source = source();
    String id = fields.getOrDefault(ListColumn.ID, SourceName.stem(source));
    String language = fields.get(ListColumn.LANGUAGE);
    return new ListRow(line, source, id, description(), language, List.copyOf(problems));
  }

  /** File systems differ in how they spell an accent; a list and a shelf must not. */
  private String source() {
    String source = fields.getOrDefault(ListColumn.SOURCE, "");
    String plain = source.startsWith("./") ? source.substring(2) : source;
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private Description description() {
    return new Description(
        fields.get(ListColumn.TITLE),
        list(ListColumn.AUTHORS),
        isbns(),
        fields.get(ListColumn.ASIN),
        fields.get(ListColumn.PUBLISHER),
        valid(ListColumn.YEAR, ListRowParser::year, "a year, such as 1998"),
        fields.get(ListColumn.HOLDER),
        list(ListColumn.REGISTRATIONS),
        rights(),
        fields.get(ListColumn.PERMISSION));
  }

  private List<String> list(ListColumn column) {
    return Arrays.stream(fields.getOrDefault(column, "").split(";", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }

  private List<String> isbns() {
    List<String> valid = new ArrayList<>();
    for (String listed : list(ListColumn.ISBN)) {
      Optional<String> isbn = Isbn.parse(listed);
      isbn.ifPresentOrElse(
          valid::add, () -> leaveOut(ListColumn.ISBN, listed, "an ISBN with a right check digit"));
    }
    return valid.stream().distinct().toList();
  }

  /** Null where the row says nothing of rights. */
  private Rights rights() {
    Rights rights =
        new Rights(
            Optional.ofNullable(
                    valid(
                        ListColumn.RIGHTS,
                        ListRowParser::status,
                        "in-copyright, public-domain or unknown"))
                .orElse(Rights.Status.UNKNOWN),
            valid(ListColumn.JURISDICTION, ListRowParser::country, "an ISO 3166 code, such as US"),
            fields.get(ListColumn.RULE),
            valid(ListColumn.ASOF, ListRowParser::date, "a date, such as 2026-01-31"));
    return rights.equals(Rights.UNKNOWN) && !fields.containsKey(ListColumn.RIGHTS) ? null : rights;
  }

  /** The parsed field, or null where it is empty or no parser takes it. */
  private <V> V valid(ListColumn column, Function<String, Optional<V>> parser, String wanted) {
    String field = fields.get(column);
    if (field == null) {
      return null;
    }
    Optional<V> value = parser.apply(field);
    if (value.isEmpty()) {
      leaveOut(column, field, wanted);
    }
    return value.orElse(null);
  }

  private void leaveOut(ListColumn column, String field, String wanted) {
    problems.add(column.label() + " '" + field + "' is left out: it is not " + wanted);
  }

  private static Optional<Integer> year(String text) {
    return YEAR.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Rights.Status> status(String text) {
    String label = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(Rights.Status.values()).filter(s -> s.label().equals(label)).findFirst();
  }

  private static Optional<String> country(String text) {
    return Optional.of(text)
        .filter(t -> COUNTRY.matcher(t).matches())
        .map(t -> t.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text).toString());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
