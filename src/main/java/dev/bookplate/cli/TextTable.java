package dev.bookplate.cli;

import dev.bookplate.report.ColumnWidth;
import dev.bookplate.report.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns; what cells hold cannot act on a terminal. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... heads) {
    row((Object[]) heads);
  }

  /** Adds a line; null is an empty cell. */
  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell == null ? "" : VisibleText.oneLine(cell.toString()));
    }
    rows.add(row);
  }

  /** The lines, every cell but the last as wide as its column. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell);
      if (column < row.size() - 1) {
        line.append(" ".repeat(width(column) - ColumnWidth.of(cell))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> ColumnWidth.of(row.get(column))).max().orElse(0);
  }
}
