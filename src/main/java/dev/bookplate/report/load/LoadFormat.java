package dev.bookplate.report.load;

import dev.bookplate.evidence.CsvCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How rows stand in a load file. Values are escaped as in a run's CSV files ({@link CsvCell}), so
 * that whoever reads them back gets what was written, and what could be taken for a delimiter never
 * stands in one.
 */
public enum LoadFormat {
  /**
   * Concordance's DAT: values in {@code þ}, parted by 0x14, a line feed in a value is {@code ®},
   * several values are parted by {@code ;}.
   */
  CONCORDANCE("dat") {
    @Override
    String escaped(String value, boolean inList) {
      return CsvCell.escaped(value, inList)
          .replace("\u00FE", "\\u00fe")
          .replace("\u00AE", "\\u00ae")
          .replace("\r", "\\u000d")
          .replace('\n', NEW_LINE);
    }

    @Override
    String unescaped(String cell) {
      return CsvCell.unescaped(cell.replace(NEW_LINE, '\n'));
    }

    @Override
    String line(List<String> cells) {
      return cells.stream()
          .map(cell -> QUALIFIER + cell + QUALIFIER)
          .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }
  },
  /** RFC 4180, with the guard against formulas that a run's CSV files have. */
  CSV("csv") {
    @Override
    String escaped(String value, boolean inList) {
      return inList ? CsvCell.escaped(value, true) : CsvCell.ofText(value);
    }

    @Override
    String unescaped(String cell) {
      String text = CsvCell.text(cell);
      return text == null ? "" : text;
    }

    @Override
    String line(List<String> cells) {
      return cells.stream()
          .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
          .collect(Collectors.joining(","));
    }
  };

  /** Between values of a DAT. */
  static final char SEPARATOR = 0x14;

  /** Around values of a DAT. */
  static final char QUALIFIER = '\u00FE';

  /** Instead of a line feed in a value of a DAT. */
  static final char NEW_LINE = '\u00AE';

  private static final char LIST = ';';

  private final String ending;

  LoadFormat(String ending) {
    this.ending = ending;
  }

  abstract String escaped(String value, boolean inList);

  abstract String unescaped(String cell);

  /** A line of cells, without its end. */
  abstract String line(List<String> cells);

  /** Ending of the file's name. */
  String ending() {
    return ending;
  }

  /** As the user names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cell of a field's values. Paths are of our making and stand as they are. */
  String cell(LoadField field, List<String> values) {
    return switch (field.kind()) {
      case PATH -> String.join("", values);
      case LIST ->
          guarded(
              values.stream()
                  .map(value -> escaped(value, true))
                  .collect(Collectors.joining(String.valueOf(LIST))));
      default -> values.isEmpty() ? "" : escaped(values.get(0), false);
    };
  }

  /** Undoes {@link #cell}. */
  List<String> values(LoadField field, String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    return switch (field.kind()) {
      case PATH -> List.of(cell);
      case LIST -> parts(unguarded(cell));
      default -> List.of(unescaped(cell));
    };
  }

  /** A list is escaped part by part, and may look like a formula as a whole. */
  private String guarded(String cell) {
    return this == CSV && CsvCell.ofText(cell).startsWith("'") && !cell.isEmpty()
        ? "'" + cell
        : cell;
  }

  private String unguarded(String cell) {
    return this == CSV && cell.startsWith("'") && CsvCell.ofText(cell).startsWith("''")
        ? cell.substring(1)
        : cell;
  }

  private List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cell.length(); i++) {
      if (i == cell.length() || cell.charAt(i) == LIST) {
        String part = cell.substring(from, i);
        parts.add(this == CSV ? CsvCell.unescaped(part) : unescaped(part));
        from = i + 1;
      } else if (cell.charAt(i) == '\\') {
        i++;
      }
    }
    return List.copyOf(parts);
  }
}
