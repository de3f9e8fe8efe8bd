package dev.bookplate.corpus;

import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.row.StructAccessor;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The columns of a Parquet file that hold what is looked for, found by path as in a JSON record.
 *
 * @param textPath the first path of a text field that the file has, or null
 * @param text the way to it, or null
 * @param textProblem why there is no text in any row, or null
 * @param textDetail the same for the user
 * @param facts for every path of the facts the path of a column, or null
 */
record ParquetColumns(
    String textPath,
    ParquetPath text,
    SkipReason textProblem,
    String textDetail,
    List<Column> facts) {

  /** A column that holds one value a row. */
  record Column(String path, PhysicalType type) {}

  /**
   * Finds the columns.
   *
   * @param names gives for the path of a column the file's own name for it, or null
   */
  static ParquetColumns of(
      FileSchema schema, ReadOptions options, RecordFields fields, UnaryOperator<String> names) {
    List<Column> facts = new ArrayList<>();
    for (String asked : fields.paths()) {
      String path = names.apply(asked);
      facts.add(
          path != null && node(schema, path) instanceof SchemaNode.PrimitiveNode p && !isRepeated(p)
              ? new Column(path, p.type())
              : null);
    }
    for (String path : options.fields().text()) {
      String name = names.apply(path);
      ParquetPath text = name == null ? null : ParquetPath.of(schema.getRootNode(), name);
      if (text != null) {
        return text.problem() == null
            ? new ParquetColumns(path, text, null, null, facts)
            : new ParquetColumns(
                path,
                text,
                SkipReason.NOT_TEXT,
                "the field " + path + " holds " + text.problem(),
                facts);
      }
    }
    return new ParquetColumns(
        null,
        null,
        SkipReason.NO_TEXT_FIELD,
        "none of the fields " + String.join(", ", options.fields().text()),
        facts);
  }

  private static SchemaNode node(FileSchema schema, String path) {
    SchemaNode node = schema.getRootNode();
    for (String part : path.split("\\.", -1)) {
      node = node instanceof SchemaNode.GroupNode group ? child(group, part) : null;
    }
    return node;
  }

  private static SchemaNode child(SchemaNode.GroupNode group, String name) {
    boolean plain = !group.isList() && !group.isMap() && !isRepeated(group);
    return plain
        ? group.children().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null)
        : null;
  }

  private static boolean isRepeated(SchemaNode node) {
    return node.repetitionType() == RepetitionType.REPEATED;
  }

  /** The columns to be read. */
  String[] projection() {
    return Stream.concat(
            Stream.of(text.column()), facts.stream().filter(Objects::nonNull).map(Column::path))
        .distinct()
        .toArray(String[]::new);
  }

  /** The text of a row, or null. */
  byte[] text(StructAccessor row) {
    return text.text(row);
  }

  /** The value of a path of the facts in a row, or null. */
  String fact(StructAccessor row, int slot) {
    Column column = facts.get(slot);
    if (column == null) {
      return null;
    }
    StructAccessor parent = parent(row, column.path());
    String name = name(column.path());
    if (parent == null || parent.isNull(name)) {
      return null;
    }
    return column.type() == PhysicalType.BYTE_ARRAY
        ? new String(parent.getBinary(name), StandardCharsets.UTF_8)
        : String.valueOf(parent.getValue(name));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The struct that holds the last part of the path, or null where one on the way is null. */
  private static StructAccessor parent(StructAccessor row, String path) {
    StructAccessor at = row;
    int from = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      String part = path.substring(from, dot);
      if (at.isNull(part)) {
        return null;
      }
      at = at.getStruct(part);
      from = dot + 1;
    }
    return at;
  }
}
