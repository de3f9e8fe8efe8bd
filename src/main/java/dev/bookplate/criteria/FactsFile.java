package dev.bookplate.criteria;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.bookplate.rules.RuleFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facts of works that somebody looked up: CSV with a header, UTF-8. A row is of a work, and of one
 * registration if it names one; a work with several registrations has several rows. {@code none} in
 * {@code registration} says that there is none, in {@code isbn} that there is neither ISBN nor
 * ASIN. An empty cell says nothing.
 */
public final class FactsFile implements KnownWorks {
  private static final String WORK = "work_id";
  private static final String CATALOGUE = "catalogue";
  private static final String NONE = "none";

  /** Columns that are handed on as they are. */
  public static final List<String> PLAIN =
      List.of(
          "title",
          "contributors",
          "publisher",
          "imprint",
          "edition",
          "language",
          "isbn",
          "asin",
          "reviewer",
          "review_date");

  /** Columns that are read. */
  private static final List<String> READ =
      List.of(
          "published",
          "registration",
          "registration_as_printed",
          "registered",
          "group",
          "titles_covered",
          "claimant");

  private final Path file;
  private final Map<String, KnownWork> works = new HashMap<>();
  private List<String> header;

  private FactsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws RuleFileException with line and column of what is not understood
   */
  public static FactsFile read(Path file) throws IOException {
    FactsFile facts = new FactsFile(file);
    try (CsvReader<CsvRecord> csv = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(file)) {
      Iterator<CsvRecord> rows = csv.iterator();
      if (!rows.hasNext()) {
        throw new RuleFileException(file + " is empty: its first line names the columns.");
      }
      facts.header(rows.next());
      while (rows.hasNext()) {
        facts.row(rows.next());
      }
    } catch (CsvParseException e) {
      throw new RuleFileException(file + " is not CSV (" + e.getMessage() + ").", e);
    }
    return facts;
  }

  private void header(CsvRecord row) throws RuleFileException {
    header =
        row.getFields().stream()
            .map(name -> name.strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT))
            .toList();
    List<String> known =
        Stream.of(List.of(WORK, CATALOGUE), PLAIN, READ).flatMap(List::stream).toList();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!known.contains(name) || !seen.add(name)) {
        throw new RuleFileException(
            file
                + ", line 1: column \""
                + name
                + "\" is not known, or stands there twice; known are "
                + String.join(", ", known)
                + ".");
      }
    }
    if (!seen.contains(WORK)) {
      throw new RuleFileException(file + ", line 1: the column " + WORK + " is missing.");
    }
  }

  private void row(CsvRecord row) throws RuleFileException {
    if (row.getFieldCount() != header.size()) {
      throw wrong(row, "the whole", "it has " + row.getFieldCount() + " cells");
    }
    String id = cell(row, WORK);
    if (id == null) {
      throw wrong(row, WORK, "it is empty");
    }
    KnownWork more = known(row);
    String key = key(cell(row, CATALOGUE), id);
    KnownWork before = works.get(key);
    works.put(key, before == null ? more : together(row, before, more));
  }

  private KnownWork known(CsvRecord row) throws RuleFileException {
    Map<String, String> said = new LinkedHashMap<>();
    for (String name : PLAIN) {
      String cell = cell(row, name);
      if (cell != null && !(name.equals("isbn") && isNone(cell))) {
        said.put(name, cell);
      }
    }
    String number = cell(row, "registration");
    boolean isUnregistered = isNone(number);
    List<Registration> registrations =
        number == null || isUnregistered ? List.of() : List.of(registration(row, number));
    if (registrations.isEmpty() && cell(row, "registered") != null) {
      throw wrong(row, "registered", "there is no registration that it is the date of");
    }
    return new KnownWork(
        date(row, "published"), registrations, isUnregistered, isNone(cell(row, "isbn")), said);
  }

  private Registration registration(CsvRecord row, String number) throws RuleFileException {
    return new Registration(
        number,
        cell(row, "registration_as_printed"),
        date(row, "registered"),
        truth(row, "group"),
        count(row, "titles_covered"),
        cell(row, "claimant"));
  }

  private KnownWork together(CsvRecord row, KnownWork before, KnownWork more)
      throws RuleFileException {
    boolean differ =
        before.published() != null
            && more.published() != null
            && !before.published().equals(more.published());
    if (differ) {
      throw wrong(row, "published", "an earlier row of the work says " + before.published());
    }
    List<Registration> all =
        Stream.concat(before.registrations().stream(), more.registrations().stream()).toList();
    boolean isUnregistered = before.saidUnregistered() || more.saidUnregistered();
    if (isUnregistered && !all.isEmpty()) {
      throw wrong(row, "registration", "rows of the work name one, and say that there is none");
    }
    KnownWork merged = before.or(more);
    return new KnownWork(
        merged.published(), all, isUnregistered, merged.saidUnnumbered(), merged.said());
  }

  private String cell(CsvRecord row, String column) {
    int at = header.indexOf(column);
    String cell = at < 0 ? "" : row.getField(at).strip();
    return cell.isEmpty() ? null : cell;
  }

  private static boolean isNone(String cell) {
    return cell != null && cell.equalsIgnoreCase(NONE);
  }

  private DateRange date(CsvRecord row, String column) throws RuleFileException {
    String cell = cell(row, column);
    try {
      return cell == null ? null : DateRange.parse(cell);
    } catch (IllegalArgumentException e) {
      throw wrong(row, column, e.getMessage());
    }
  }

  private Boolean truth(CsvRecord row, String column) throws RuleFileException {
    String cell = cell(row, column);
    if (cell == null) {
      return null;
    }
    return switch (cell.toUpperCase(Locale.ROOT)) {
      case "Y", "YES" -> Boolean.TRUE;
      case "N", "NO" -> Boolean.FALSE;
      default -> throw wrong(row, column, "it has to be Y or N");
    };
  }

  private Integer count(CsvRecord row, String column) throws RuleFileException {
    String cell = cell(row, column);
    if (cell != null && !cell.matches("[1-9][0-9]{0,6}")) {
      throw wrong(row, column, "it has to be a whole number from 1");
    }
    return cell == null ? null : Integer.valueOf(cell);
  }

  private RuleFileException wrong(CsvRecord row, String column, String what) {
    return new RuleFileException(
        file + ", line " + row.getStartingLineNumber() + ", " + column + ": " + what + ".");
  }

  private static String key(String catalogue, String workId) {
    return (catalogue == null ? "" : catalogue) + "\0" + workId;
  }

  @Override
  public KnownWork of(String catalogue, String workId) {
    KnownWork one = works.getOrDefault(key(catalogue, workId), KnownWork.NONE);
    return one.or(works.getOrDefault(key(null, workId), KnownWork.NONE));
  }
}
