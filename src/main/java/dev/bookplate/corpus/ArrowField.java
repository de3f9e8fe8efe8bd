package dev.bookplate.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;

/**
 * A field of an Arrow schema, as far as it matters where its values are.
 *
 * @param name as given
 * @param kind how values are laid out
 * @param type its name in the specification
 * @param size of whole numbers, also of those that stand for others, the bytes, negative for those
 *     with a sign; of lists of a fixed length that length
 * @param dictionary id of the dictionary that its numbers are places of, or null
 * @param children fields in it; of one with a dictionary those of the dictionary's values
 */
record ArrowField(
    String name, Kind kind, String type, int size, Long dictionary, List<ArrowField> children) {
  /** Layouts. */
  enum Kind {
    NULL(0),
    /** Anything of a fixed width that nobody asks for. */
    FIXED(2),
    INT(2),
    TEXT(3),
    LARGE_TEXT(3),
    /** And as many more buffers as the batch says. */
    VIEW_TEXT(2),
    LIST(2),
    LARGE_LIST(2),
    VIEW_LIST(3),
    LARGE_VIEW_LIST(3),
    FIXED_LIST(1),
    STRUCT(1),
    MAP(2),
    SPARSE_UNION(1),
    DENSE_UNION(2),
    RUNS(0);

    private final int buffers;

    Kind(int buffers) {
      this.buffers = buffers;
    }

    boolean isList() {
      return this == LIST
          || this == LARGE_LIST
          || this == VIEW_LIST
          || this == LARGE_VIEW_LIST
          || this == FIXED_LIST;
    }

    boolean isText() {
      return this == TEXT || this == LARGE_TEXT || this == VIEW_TEXT;
    }
  }

  private static final int MAX_DEPTH = 64;

  /** The row: a struct of all top fields. */
  static ArrowField row(Schema schema) {
    List<ArrowField> fields = children(schema::fields, schema.fieldsLength(), 0);
    return new ArrowField("", Kind.STRUCT, "Struct_", 0, null, fields);
  }

  private static List<ArrowField> children(IntFunction<Field> field, int count, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("its schema is more than " + MAX_DEPTH + " levels deep");
    }
    List<ArrowField> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(of(field.apply(i), depth));
    }
    return List.copyOf(fields);
  }

  private static ArrowField of(Field field, int depth) {
    List<ArrowField> children = children(field::children, field.childrenLength(), depth + 1);
    Kind kind = kind(field);
    int size =
        switch (kind) {
          case INT -> size((Int) field.type(new Int()));
          case FIXED_LIST -> ((FixedSizeList) field.type(new FixedSizeList())).listSize();
          default -> 0;
        };
    DictionaryEncoding encoding = field.dictionary();
    String name = String.valueOf(field.name());
    String type = Type.name(field.typeType());
    if (encoding == null) {
      return new ArrowField(name, kind, type, size, null, children);
    }
    int index = encoding.indexType() == null ? -4 : size(encoding.indexType());
    return new ArrowField(
        name,
        Kind.INT,
        type,
        index,
        encoding.id(),
        List.of(new ArrowField(name, kind, type, size, null, children)));
  }

  private static int size(Int type) {
    int bytes = type.bitWidth() / 8;
    return type.isSigned() ? -bytes : bytes;
  }

  private static Kind kind(Field field) {
    return switch (field.typeType()) {
      case Type.Null -> Kind.NULL;
      case Type.Int -> Kind.INT;
      case Type.Utf8, Type.Binary -> Kind.TEXT;
      case Type.LargeUtf8, Type.LargeBinary -> Kind.LARGE_TEXT;
      case Type.Utf8View, Type.BinaryView -> Kind.VIEW_TEXT;
      case Type.List -> Kind.LIST;
      case Type.LargeList -> Kind.LARGE_LIST;
      case Type.ListView -> Kind.VIEW_LIST;
      case Type.LargeListView -> Kind.LARGE_VIEW_LIST;
      case Type.FixedSizeList -> Kind.FIXED_LIST;
      case Type.Struct_ -> Kind.STRUCT;
      case Type.Map -> Kind.MAP;
      case Type.Union ->
          ((Union) field.type(new Union())).mode() == UnionMode.Sparse
              ? Kind.SPARSE_UNION
              : Kind.DENSE_UNION;
      case Type.RunEndEncoded -> Kind.RUNS;
      case Type.FloatingPoint,
          Type.Bool,
          Type.Decimal,
          Type.Date,
          Type.Time,
          Type.Timestamp,
          Type.Interval,
          Type.FixedSizeBinary,
          Type.Duration ->
          Kind.FIXED;
      default -> throw new IllegalArgumentException("its schema has a type that is not known");
    };
  }

  /** Buffers of a batch that are this field's own, before those that the batch tells of. */
  int buffers() {
    return kind.buffers;
  }

  /** The field of values: of one with a dictionary, that of the dictionary. */
  ArrowField values() {
    return dictionary == null ? this : children.getFirst();
  }
}
