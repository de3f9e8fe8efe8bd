package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows of an SQLite database as documents: of every table that has a column which may hold text.
 * The field of a document is table and column, its id that of the row.
 */
final class SqliteShardReader implements ShardReader {
  private static final String EXTRACTOR = "bookplate-0.1 sqlite";

  /** Of the tables that are told to have no text. */
  private static final int COLUMNS_TOLD = 12;

  private final Entry entry;
  private final List<String> textFields;
  private final RecordFields recordFields;
  private final int maxBytes;
  private final Deque<SqliteTable> tables = new ArrayDeque<>();
  private final Deque<ReadOutcome> told = new ArrayDeque<>();
  private SqliteFile file;
  private SqliteTable table;
  private int textColumn;
  private SqliteRows rows;
  private long records;
  private boolean done;

  SqliteShardReader(Entry entry, ReadOptions options) {
    this.entry = entry;
    textFields = options.fields().text();
    recordFields = new RecordFields(options);
    maxBytes = options.maxDocumentBytes();
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    ReadOutcome outcome = outcome();
    done = outcome == null || done;
    records += outcome == null ? 0 : 1;
    return outcome;
  }

  private ReadOutcome outcome() {
    try {
      if (file == null) {
        open();
      }
      if (!told.isEmpty()) {
        return told.poll();
      }
      while (rows != null || begin()) {
        if (rows.next()) {
          return row();
        }
        rows = null;
      }
      return records > 0
          ? null
          : skipped(SkipReason.EMPTY, "a database whose tables of texts have no rows");
    } catch (IOException | RuntimeException e) {
      done = true;
      return new ReadOutcome.Failed(
          origin(),
          "the database is damaged or cut off"
              + (table == null ? "" : ", in its table " + table.name())
              + " ("
              + Problems.of(e)
              + "); "
              + (records > 0 ? "what was read before stands; " : "")
              + "get it anew");
    }
  }

  /** Finds the tables that may hold text; the others are told of. */
  private void open() throws IOException {
    file = SqliteFile.open(entry.source());
    List<SqliteTable> others = new ArrayList<>();
    for (SqliteTable each : file.tables()) {
      (textColumn(each) < 0 || each.root() == 0 ? others : tables).add(each);
    }
    if (tables.isEmpty()) {
      told.add(
          skipped(
              SkipReason.NO_TEXT_FIELD,
              "none of its tables has a column "
                  + String.join(", ", textFields)
                  + "; name one with --text-field table.column: "
                  + others.stream()
                      .map(SqliteShardReader::told)
                      .collect(Collectors.joining("; "))));
      return;
    }
    for (SqliteTable each : others) {
      told.add(
          new ReadOutcome.Skipped(
              entry.record(told.size(), -1, -1),
              SkipReason.EXCLUDED,
              "the table " + told(each) + ", which has no column of text"));
    }
  }

  private static String told(SqliteTable table) {
    List<String> columns = table.columns();
    String more = columns.size() > COLUMNS_TOLD ? ", \u2026" : "";
    return table.name()
        + " ("
        + String.join(", ", columns.subList(0, Math.min(COLUMNS_TOLD, columns.size())))
        + more
        + ")";
  }

  /** The first of the fields that the table has: named with the table, or by itself. */
  private int textColumn(SqliteTable each) {
    String prefix = each.name().toLowerCase(Locale.ROOT) + ".";
    for (String field : textFields) {
      String lower = field.toLowerCase(Locale.ROOT);
      int column = each.column(lower.startsWith(prefix) ? field.substring(prefix.length()) : field);
      if (column >= 0) {
        return column;
      }
    }
    return -1;
  }

  /** Goes to the next table. */
  private boolean begin() throws IOException {
    table = tables.poll();
    if (table == null) {
      return false;
    }
    if (!table.hasRowIds()) {
      throw new IOException("it is stored without row ids, which is not read: export it as CSV");
    }
    textColumn = textColumn(table);
    rows = new SqliteRows(file, table.root(), maxBytes);
    return true;
  }

  private ReadOutcome row() throws IOException {
    if (rows.isTooLong()) {
      return skipped(SkipReason.OVER_LIMIT, "a row longer than " + maxBytes + " bytes");
    }
    SqliteRecord row = rows.record();
    long rowId = rows.rowId();
    SqliteTable of = table;
    String field = of.name() + "." + of.columns().get(textColumn);
    return switch (row.kind(textColumn)) {
      case NULL -> skipped(SkipReason.NO_TEXT_FIELD, "the field " + field + " holds null");
      case NUMBER -> skipped(SkipReason.NOT_TEXT, "the field " + field + " holds a number");
      case BLOB -> skipped(SkipReason.NOT_TEXT, "the field " + field + " holds bytes");
      case TEXT -> {
        Utf8Text text = Utf8Text.of(row.text(textColumn));
        yield text.length() > maxBytes
            ? skipped(SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes")
            : new ReadOutcome.Read(
                new CorpusDocument(origin(), field, EXTRACTOR, text, () -> facts(of, row, rowId)));
      }
    };
  }

  private CorpusDocument.Facts facts(SqliteTable of, SqliteRecord row, long rowId) {
    CorpusDocument.Facts facts =
        recordFields.facts(path -> value(of, row, rowId, recordFields.paths().get(path)));
    return facts.id() == null
        ? new CorpusDocument.Facts(Long.toString(rowId), facts.claims())
        : facts;
  }

  private static String value(SqliteTable of, SqliteRecord row, long rowId, String name) {
    int column = of.column(name);
    if (column < 0) {
      return null;
    }
    return column == of.rowIdColumn() ? Long.toString(rowId) : row.told(column);
  }

  private ReadOutcome skipped(SkipReason reason, String detail) {
    return new ReadOutcome.Skipped(origin(), reason, detail);
  }

  private Origin origin() {
    return entry.record(records, -1, -1);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    done = true;
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // all that was wanted has been read
    }
  }
}
