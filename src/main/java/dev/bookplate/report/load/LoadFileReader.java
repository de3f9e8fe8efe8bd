package dev.bookplate.report.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.bookplate.report.load.Problem.Code;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a load file and tells of everything in its form that an importer would stumble over. */
final class LoadFileReader {
  private final String path;
  private final LoadFormat format;
  private final Consumer<Problem> problems;
  private final List<LoadFile.Line> lines = new ArrayList<>();
  private List<String> header;

  private LoadFileReader(String path, LoadFormat format, Consumer<Problem> problems) {
    this.path = path;
    this.format = format;
    this.problems = problems;
  }

  /**
   * Reads one.
   *
   * @param path relative to the production
   * @param bytes of it
   * @param unmarked the encoding that a file without a mark is said to have, or null
   */
  static LoadFile read(
      String path, byte[] bytes, LoadEncoding unmarked, Consumer<Problem> problems) {
    LoadFormat format = path.endsWith(".csv") ? LoadFormat.CSV : LoadFormat.CONCORDANCE;
    LoadFileReader reader = new LoadFileReader(path, format, problems);
    String text = reader.decoded(bytes, unmarked);
    if (format == LoadFormat.CSV) {
      reader.csv(text);
    } else {
      reader.dat(text);
    }
    return reader.file();
  }

  private LoadFile file() {
    if (header == null) {
      header = List.of();
    }
    if (lines.isEmpty()) {
      tell(0, 0, Code.NO_ROWS, "it has no documents");
    } else {
      columns();
    }
    return new LoadFile(path, format, header, List.copyOf(lines));
  }

  private String decoded(byte[] bytes, LoadEncoding unmarked) {
    // only the one that has no mark may do without
    LoadEncoding encoding = unmarked == LoadEncoding.WINDOWS_1252 ? unmarked : null;
    for (LoadEncoding each : LoadEncoding.values()) {
      encoding = each.isMarked(bytes) ? each : encoding;
    }
    if (encoding == null) {
      tell(0, 0, Code.NO_MARK, "it has no byte order mark, so that its encoding must be guessed");
      encoding = LoadEncoding.UTF_8;
    }
    try {
      return encoding.text(bytes);
    } catch (CharacterCodingException e) {
      tell(0, 0, Code.ENCODING, "it holds bytes that are not " + encoding.label());
      return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
  }

  private void dat(String text) {
    int from = 0;
    long number = 1;
    while (from < text.length()) {
      int end = lineEnd(text, from);
      if (end == text.length()) {
        tell(number, 0, Code.LAST_LINE, "it does not end in CR LF: importers leave it out");
      } else if (!text.startsWith("\r\n", end)) {
        tell(number, 0, Code.LINE_END, "it does not end in CR LF");
      }
      row(number, text.substring(from, end));
      from = end + (text.startsWith("\r\n", end) ? 2 : 1);
      number++;
    }
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private void row(long number, String line) {
    if (header == null && line.indexOf(LoadFormat.SEPARATOR) < 0) {
      tell(number, 0, Code.SEPARATOR, "its columns are not parted by the character 0x14");
    }
    if (header == null && line.indexOf(LoadFormat.QUALIFIER) < 0) {
      tell(number, 0, Code.QUALIFIER, "its values do not stand in thorns (U+00FE)");
    }
    if (line.isBlank()) {
      tell(number, 0, Code.BLANK_LINE, "it holds nothing");
      return;
    }
    add(number, cells(number, line));
  }

  private List<String> cells(long number, String line) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      boolean qualified = line.startsWith(String.valueOf(LoadFormat.QUALIFIER), at);
      int from = qualified ? at + 1 : at;
      int separator = separator(line, at);
      int end = qualified ? line.indexOf(LoadFormat.QUALIFIER, from) : separator;
      int column = cells.size() + 1;
      if (qualified && (end < 0 || end > separator)) {
        tell(number, column, Code.OPEN_QUALIFIER, "its value begins with a thorn and has no other");
        end = separator;
      } else if ((qualified && end + 1 != separator)
          || line.substring(from, end).indexOf(LoadFormat.QUALIFIER) >= 0) {
        tell(number, column, Code.STRAY_QUALIFIER, "its value holds a thorn, which ends it early");
        end = separator;
      }
      cells.add(line.substring(from, end));
      at = separator + 1;
    }
    return cells;
  }

  private static int separator(String line, int from) {
    int found = line.indexOf(LoadFormat.SEPARATOR, from);
    return found < 0 ? line.length() : found;
  }

  private void csv(String text) {
    long before = 0;
    try (CsvReader<CsvRecord> rows = rows(text)) {
      for (CsvRecord row : rows) {
        before = row.getStartingLineNumber();
        if (row.getFieldCount() == 1 && row.getField(0).isBlank()) {
          tell(before, 0, Code.BLANK_LINE, "it holds nothing");
        } else {
          add(before, row.getFields());
        }
      }
    } catch (CsvParseException | java.io.IOException e) {
      tell(before + 1, 0, Code.MALFORMED, "it is not CSV behind here (" + e.getMessage() + ")");
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      tell(before, 0, Code.LAST_LINE, "it does not end in CR LF: importers may leave it out");
    }
  }

  private static CsvReader<CsvRecord> rows(String text) {
    return CsvReader.builder()
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private void add(long number, List<String> cells) {
    if (header == null) {
      header = cells;
      return;
    }
    if (cells.size() != header.size()) {
      tell(
          number,
          0,
          Code.COLUMN_COUNT,
          String.format(Locale.ROOT, "%d values under %d columns", cells.size(), header.size()));
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).chars().anyMatch(c -> isControl(c))) {
        tell(number, i + 1, Code.CONTROL_CHARACTER, "a control character");
      }
    }
    List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(cells.size(), header.size())));
    while (fitted.size() < header.size()) {
      fitted.add("");
    }
    lines.add(new LoadFile.Line(number, List.copyOf(fitted)));
  }

  /** A CSV file may hold line ends and tabs; a DAT, tabs. */
  private boolean isControl(int c) {
    return Character.isISOControl(c)
        && c != '\t'
        && !(format == LoadFormat.CSV && (c == '\n' || c == '\r'));
  }

  private void columns() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip();
      if (name.isEmpty()) {
        tell(1, i + 1, Code.UNNAMED_COLUMN, "a column without a name");
      } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        tell(1, i + 1, Code.DUPLICATE_COLUMN, "the column " + name + " is there twice");
      }
    }
  }

  private void tell(long line, int column, Code code, String message) {
    problems.accept(new Problem(path, line, column, code, message));
  }
}
