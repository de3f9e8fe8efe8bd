package dev.bookplate.cli;

import dev.bookplate.report.ColumnWidth;
import dev.bookplate.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines of cells in columns, of which there may be millions: the first ones say how wide the
 * columns are, and are printed together; what is wider later stands out. What cells hold cannot act
 * on a terminal.
 */
final class StreamedTable {
  private static final int FIRST = 500;
  private static final String GAP = "  ";

  private final Consumer<String> out;
  private final int[] widths;
  private final List<List<String>> first = new ArrayList<>();
  private boolean isPrinting;

  /** Prints to something. */
  StreamedTable(Consumer<String> out, String... heads) {
    this.out = out;
    widths = new int[heads.length];
    row((Object[]) heads);
  }

  /** Adds a line; null is an empty cell. */
  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell == null ? "" : VisibleText.oneLine(cell.toString()));
    }
    if (isPrinting) {
      out.accept(line(row));
      return;
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], ColumnWidth.of(row.get(i)));
    }
    first.add(row);
    if (first.size() > FIRST) {
      end();
    }
  }

  /** Prints what was not printed yet. */
  void end() {
    isPrinting = true;
    first.forEach(row -> out.accept(line(row)));
    first.clear();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell);
      if (column < row.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths[column] - ColumnWidth.of(cell)))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }
}
