package dev.bookplate.catalogue.rows;

import java.io.Serializable;

/**
 * Where a row of a source stands.
 *
 * @param source the file, as it was named to the program, with {@code /}
 * @param part table, member or sheet in it, or null
 * @param row from 0 in that part
 */
public record RowPlace(String source, String part, long row) implements Serializable {
  /** As people are told it: {@code dump.sql, table updated, row 17}. */
  @Override
  public String toString() {
    return source + (part == null ? "" : ", " + part) + ", row " + row;
  }
}
