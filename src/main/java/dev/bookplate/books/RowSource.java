package dev.bookplate.books;

import java.util.List;
import java.util.Map;

/**
 * A source that was added, with what became of its rows.
 *
 * @param source as it was named to the program
 * @param sha256 of the file, or null where it is a shelf
 * @param format label of its format
 * @param asOf date that was given for it, or null
 * @param read rows that became records
 * @param rejected rows that did not
 * @param problem why reading stopped before its end, or null
 * @param reasons how many rows were rejected for which reason
 * @param examples the first rejected rows, a place and a reason each
 * @param digest SHA-256 of its records, as they are stored
 * @param columns how it was read, such as which column was taken for what: a line each
 */
public record RowSource(
    String source,
    String sha256,
    String format,
    String asOf,
    long read,
    long rejected,
    String problem,
    Map<String, Long> reasons,
    List<String> examples,
    String digest,
    List<String> columns) {
  /** A catalogue of before may not say how its sources were read. */
  public RowSource {
    columns = columns == null ? List.of() : columns;
  }
}
