package dev.bookplate.report.load;

import java.util.List;
import java.util.Optional;

/**
 * A load file as an importer sees it.
 *
 * @param path relative to the production, with {@code /}
 * @param format by its ending
 * @param header names of the columns
 * @param lines behind the header
 */
record LoadFile(String path, LoadFormat format, List<String> header, List<Line> lines) {
  /**
   * A row.
   *
   * @param number of the line that it begins in, from 1
   * @param cells as many as the header has columns
   */
  record Line(long number, List<String> cells) {}

  /** The column of a field, from 0, or -1. */
  int column(LoadField field) {
    for (int i = 0; i < header.size(); i++) {
      Optional<LoadField> named = LoadField.named(header.get(i).strip());
      if (named.isPresent() && named.get() == field) {
        return i;
      }
    }
    return -1;
  }

  /** A row's value of a field; empty where the column is not there. */
  String text(Line line, LoadField field) {
    int column = column(field);
    if (column < 0) {
      return "";
    }
    List<String> values = format.values(field, line.cells().get(column));
    return values.isEmpty() ? "" : values.get(0);
  }
}
