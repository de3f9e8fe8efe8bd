package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table whose rows are of books.
 *
 * @param name as its library calls it
 * @param columns in order, with blanks between, for dumps that do not say; empty if none is read
 * @param reading what a row says
 */
record SqlTable(String name, String columns, Reading reading) {
  /** What a row says of a book. */
  interface Reading {
    RowOutcome read(SqlRow row);
  }

  private static final Map<String, SqlTable> KNOWN = known();

  private static Map<String, SqlTable> known() {
    List<SqlTable> all = new ArrayList<>(LibgenTables.ALL);
    all.addAll(LibgenLiTables.ALL);
    all.addAll(ZlibTables.ALL);
    Map<String, SqlTable> byName = new HashMap<>();
    all.forEach(t -> byName.put(t.name, t));
    return Map.copyOf(byName);
  }

  /** The table of a name, with or without what mirrors put in front of it; null if unknown. */
  static SqlTable named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String own = lower.startsWith("libgenrs_") ? lower.substring("libgenrs_".length()) : lower;
    own = own.startsWith("libgenli_") ? own.substring("libgenli_".length()) : own;
    return KNOWN.get(own);
  }

  /** Its columns, if a dump does not name them. */
  List<String> columnNames() {
    return columns.isEmpty() ? List.of() : List.of(columns.strip().split("\\s+"));
  }
}
