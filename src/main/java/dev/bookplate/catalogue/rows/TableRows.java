package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of the tables of a source, one after the other. */
interface TableRows extends Closeable {
  /**
   * The next row that is not empty, or null after the last one of the last table.
   *
   * @throws BrokenTableException if nothing can be read from here on
   */
  List<String> next() throws IOException;

  /** Table or sheet that the row is in, or null. */
  String part();

  /** Of the row, from 0 in its part, its header among them. */
  long number();

  /**
   * Names of the columns where each row has its own, in the order of {@link #next}'s values; null
   * where a row of the table names them.
   */
  default List<String> header() {
    return null;
  }

  /** Whether a row that is shorter than the header lacks only empty cells. */
  default boolean leavesOutEmptyCells() {
    return true;
  }

  /** Days since the end of 1899 that dates count from. */
  default int dateBase() {
    return 0;
  }

  /** The table cannot be read from here on; the message is a sentence. */
  final class BrokenTableException extends IOException {
    private static final long serialVersionUID = 1;

    BrokenTableException(String message) {
      super(message);
    }
  }
}
