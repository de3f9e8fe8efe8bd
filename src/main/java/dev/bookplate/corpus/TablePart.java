package dev.bookplate.corpus;

import java.io.Serializable;
import java.util.List;

/**
 * What a table knows of one of its data files.
 *
 * @param state of the table that this is said in, for people
 * @param columns of the table; empty where the file's names are the table's
 * @param deleted where it is said which of its rows are deleted
 */
public record TablePart(String state, List<TableColumn> columns, List<DeletedRows> deleted)
    implements Serializable {
  /** Copies the lists. */
  public TablePart {
    columns = List.copyOf(columns);
    deleted = List.copyOf(deleted);
  }
}
