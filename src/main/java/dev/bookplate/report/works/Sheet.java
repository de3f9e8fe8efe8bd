package dev.bookplate.report.works;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A table that rows are written to. A cell is a string, a number, a truth value, a list of strings,
 * or null for an empty one. Texts are hostile: no cell is ever a formula.
 */
interface Sheet extends Closeable {
  /** Writes a row. */
  void row(List<?> cells) throws IOException;

  /** One that writes to two. */
  static Sheet both(Sheet one, Sheet other) {
    return new Sheet() {
      @Override
      public void row(List<?> cells) throws IOException {
        one.row(cells);
        other.row(cells);
      }

      @Override
      public void close() throws IOException {
        try (other) {
          one.close();
        }
      }
    };
  }
}
