package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Reads the records of one source, one after the other, in bounded memory. */
public interface RowReader extends Closeable {
  /**
   * The next record, or null after the last one. Damage is never the end: it is a last {@link
   * RowOutcome.Rejected} that says from where on nothing could be read.
   *
   * @throws IOException if the source's bytes cannot be had
   */
  RowOutcome next() throws IOException;

  /**
   * What is to be told of how the source is read, such as which columns are taken for what, as far
   * as it is known by now: a line each.
   */
  default List<String> about() {
    return List.of();
  }
}
