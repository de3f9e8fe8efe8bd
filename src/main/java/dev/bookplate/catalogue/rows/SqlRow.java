package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.Map;

/**
 * One row of a table, its values by the names of their columns.
 *
 * @param place where it stands
 * @param columns number of each column, by its name in lower case
 * @param values holds only until the next row
 */
record SqlRow(RowPlace place, Map<String, Integer> columns, SqlTuple values) {
  /** A value without blanks around it; null for NULL, nothing, and a column that is not there. */
  String text(String column) {
    Integer at = columns.get(column);
    boolean isThere = at != null && values.length(at) > 0;
    return isThere ? Written.text(values.text(at)) : null;
  }

  /** A count, or -1. */
  long number(String column) {
    String digits = text(column);
    boolean isNumber =
        digits != null
            && digits.length() < 19
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(digits) : -1;
  }

  /** Hex digits, also where the column holds the bytes themselves. */
  String digest(Digest kind, String column) {
    Integer at = columns.get(column);
    boolean isRaw =
        at != null
            && values.kind(at) == SqlTuple.Kind.BINARY
            && values.length(at) == kind.digits() / 2;
    return isRaw ? values.hex(at) : text(column);
  }
}
