package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;

/** Reads the records of one source, one after the other, in bounded memory. */
public interface RowReader extends Closeable {
  /**
   * The next record, or null after the last one. Damage is never the end: it is a last {@link
   * RowOutcome.Rejected} that says from where on nothing could be read.
   *
   * @throws IOException if the source's bytes cannot be had
   */
  RowOutcome next() throws IOException;
}
