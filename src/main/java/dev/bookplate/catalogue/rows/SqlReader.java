package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows of the tables of a dump, each counted from 0 in its table. */
final class SqlReader implements RowReader {
  private final SqlStatements statements;
  private final String source;
  private final Map<String, List<String>> beside;
  private final Map<String, Long> rows = new HashMap<>();
  private String table;
  private List<String> named;
  private SqlTable known;
  private List<String> columns;
  private Map<String, Integer> places;

  /**
   * A reader.
   *
   * @param beside columns of tables that a schema file beside the dump defines
   */
  SqlReader(InputStream bytes, String source, Map<String, List<String>> beside) {
    statements = new SqlStatements(bytes);
    this.source = source;
    this.beside = beside;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // of the same statement, or looked up again
  public RowOutcome next() throws IOException {
    return switch (statements.next()) {
      case END -> null;
      case BROKEN ->
          new RowOutcome.Rejected(
              new RowPlace(source, part(), rows.getOrDefault(statements.table(), 0L)),
              "This dump is damaged: " + statements.problem() + ".");
      case ROW -> {
        if (!statements.table().equals(table) || statements.columns() != named) {
          enter();
        }
        yield read(new RowPlace(source, part(), rows.merge(table, 1L, Long::sum) - 1));
      }
    };
  }

  private String part() {
    return statements.table().isEmpty() ? null : "table " + statements.table();
  }

  /** The columns of a table, from the surest place that names them. */
  private void enter() {
    table = statements.table();
    named = statements.columns();
    known = SqlTable.named(table);
    columns = named == null ? beside.get(table) : named;
    if (columns == null) {
      columns = known == null ? List.of() : known.columnNames();
    }
    places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      places.putIfAbsent(columns.get(i).toLowerCase(Locale.ROOT), i);
    }
  }

  private RowOutcome read(RowPlace place) {
    int values = statements.tuple().count();
    if (columns.isEmpty()) {
      return known == null
          ? AnyTable.unknown(place, table)
          : known.reading().read(new SqlRow(place, places, statements.tuple()));
    }
    if (values != columns.size()) {
      return new RowOutcome.Rejected(
          place,
          "This row has "
              + values
              + " values and its table "
              + columns.size()
              + " columns: put the dump's CREATE TABLE in front of it.");
    }
    SqlRow row = new SqlRow(place, places, statements.tuple());
    return known == null ? AnyTable.read(row, table) : known.reading().read(row);
  }

  @Override
  public void close() throws IOException {
    statements.close();
  }
}
