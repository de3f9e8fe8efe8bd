package dev.bookplate.corpus;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A column of a table, or a field in one, as the table names it now: its files may name it
 * otherwise.
 *
 * @param name in the table
 * @param physical name in its files, where these have no ids; null where that is the same
 * @param id in its files, or -1
 * @param children fields of a struct, or of the structs of a list
 */
public record TableColumn(String name, String physical, int id, List<TableColumn> children)
    implements Serializable {
  /** Copies the list. */
  public TableColumn {
    children = List.copyOf(children);
  }

  /**
   * A path of the table as a file has it, or null where the file has no such column.
   *
   * @param columns of the table; empty where names are the same
   * @param path names with dots between them
   * @param ids names of the file's fields by their ids; empty where it has none
   */
  static String physical(List<TableColumn> columns, String path, Map<Integer, String> ids) {
    if (columns.isEmpty()) {
      return path;
    }
    StringBuilder physical = new StringBuilder();
    List<TableColumn> level = columns;
    for (String part : path.split("\\.", -1)) {
      TableColumn column = level.stream().filter(c -> c.name.equals(part)).findFirst().orElse(null);
      String name = column == null ? null : column.in(ids);
      if (name == null) {
        return null;
      }
      physical.append(physical.isEmpty() ? "" : ".").append(name);
      level = column.children;
    }
    return physical.toString();
  }

  private String in(Map<Integer, String> ids) {
    if (id >= 0 && !ids.isEmpty()) {
      return ids.get(id);
    }
    return physical == null ? name : physical;
  }
}
