package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/**
 * Rows of tables whose columns were told or are guessed from their headers, which may stand under
 * some lines of something else. Rows count from 0 in their table, the header among them.
 */
final class TableReader implements RowReader {
  /** Rows among which a header is looked for. */
  private static final int HEADER_DEPTH = 20;

  /** A row as it stands in its table. */
  private record Numbered(long number, List<String> cells) {}

  private final TableRows rows;
  private final String source;
  private final ColumnChoice choice;
  private final Queue<Numbered> ahead = new ArrayDeque<>();
  private final List<String> about = new ArrayList<>();
  private String part;
  private boolean isIn;
  private ColumnMap map;
  private Numbered overNext;
  private String overNextPart;
  private boolean isEnd;
  private TableRows.BrokenTableException broken;

  TableReader(TableRows rows, String source, ColumnChoice choice) {
    this.rows = rows;
    this.source = source;
    this.choice = choice;
  }

  @Override
  public RowOutcome next() throws IOException {
    while (!isEnd) {
      if (!isIn) {
        RowOutcome none = enter();
        if (none != null) {
          return none;
        }
        if (!isIn) {
          isEnd = true;
          return broken == null
              ? null
              : new RowOutcome.Rejected(
                  new RowPlace(source, part, rows.number() + 1), broken.getMessage());
        }
      }
      Numbered row = ahead.isEmpty() ? pull() : ahead.remove();
      if (row != null) {
        return read(row);
      }
      isIn = false;
    }
    return null;
  }

  /** Into the next table: finds its header; what is wrong with the table is told once. */
  private RowOutcome enter() throws IOException {
    Numbered first = overNext == null ? raw() : overNext;
    if (first == null) {
      return null;
    }
    part = overNext == null ? rows.part() : overNextPart;
    overNext = null;
    List<Numbered> top = new ArrayList<>(List.of(first));
    while (rows.header() == null && top.size() < HEADER_DEPTH) {
      Numbered row = pull();
      if (row == null) {
        break;
      }
      top.add(row);
    }
    isIn = true;
    int at = rows.header() == null ? header(top) : -1;
    if (rows.header() != null) {
      map = ColumnMap.of(rows.header(), choice);
    }
    ahead.addAll(top.subList(at + 1, top.size()));
    if (map.isUseful() && map.missing().isEmpty()) {
      tell(map.told());
      return null;
    }
    return refuse(first.number());
  }

  /** The place of the header among the first rows, or -1 if there is none; sets the map. */
  private int header(List<Numbered> top) {
    int best = -1;
    map = ColumnMap.of(List.of(), choice);
    if (choice.isByNumbers() && ColumnMap.of(top.get(0).cells(), ColumnChoice.NONE).size() < 2) {
      return best;
    }
    ColumnMap found = null;
    for (int i = 0; i < top.size(); i++) {
      ColumnMap one = ColumnMap.of(top.get(i).cells(), choice);
      boolean isBetter =
          found == null
              || (one.missing().size() < found.missing().size())
              || (one.missing().size() == found.missing().size() && one.size() > found.size());
      if (isBetter && one.isUseful()) {
        found = one;
        best = i;
      }
    }
    map = found == null ? ColumnMap.of(top.get(0).cells(), choice) : found;
    return Math.max(best, 0);
  }

  /** A table of nothing known: one rejection, and on to the next table. */
  private RowOutcome refuse(long number) throws IOException {
    String seen = map.header().isEmpty() ? "" : ": " + shortened(String.join(", ", map.header()));
    String reason =
        map.missing().isEmpty()
            ? "No column of this table is known to be a title or a number of a book"
                + seen
                + "; give them as --map title=HEADER,author=HEADER."
            : "This table has no column " + String.join(", ", map.missing()) + seen + ".";
    ahead.clear();
    while (pull() != null) {
      // the rest of this table is of no use
    }
    isIn = false;
    return new RowOutcome.Rejected(new RowPlace(source, part, number), reason);
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "\u2026";
  }

  private RowOutcome read(Numbered row) {
    RowPlace place = new RowPlace(source, part, row.number());
    if (rows.header() != null && rows.header().size() > map.header().size()) {
      map = ColumnMap.of(rows.header(), choice);
      about.remove(about.size() - 1);
      tell(map.told());
    }
    int fields = row.cells().size();
    int columns = map.header().size();
    boolean isOdd =
        columns > 0
            && (fields > columns
                ? row.cells().subList(columns, fields).stream().anyMatch(c -> !c.isBlank())
                : fields < columns && !rows.leavesOutEmptyCells());
    return isOdd
        ? new RowOutcome.Rejected(
            place,
            "This row has "
                + fields
                + " fields and the header "
                + columns
                + ": put quotes around fields that hold separators.")
        : TableRow.of(map, row.cells(), place, rows.dateBase());
  }

  private void tell(String told) {
    about.add((part == null ? "" : part + ": ") + told);
  }

  /** The next row of this table, or null if the next one is of another table. */
  private Numbered pull() throws IOException {
    if (overNext != null) {
      return null;
    }
    Numbered row = raw();
    if (row != null && !Objects.equals(rows.part(), part)) {
      overNext = row;
      overNextPart = rows.part();
      return null;
    }
    return row;
  }

  private Numbered raw() throws IOException {
    if (broken != null) {
      return null;
    }
    try {
      List<String> cells = rows.next();
      return cells == null ? null : new Numbered(rows.number(), cells);
    } catch (TableRows.BrokenTableException e) {
      broken = e;
      return null;
    }
  }

  @Override
  public List<String> about() {
    return List.copyOf(about);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
