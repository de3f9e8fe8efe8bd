package dev.bookplate.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/** Puts the columns of a batch together: its nodes and buffers stand in the order of the fields. */
final class ArrowBatch {
  private final RecordBatch batch;
  private final ArrowBody body;
  private final Map<Long, ArrowDictionary> dictionaries;
  private int node;
  private int buffer;
  private int variadic;

  private ArrowBatch(RecordBatch batch, ArrowBody body, Map<Long, ArrowDictionary> dictionaries) {
    this.batch = batch;
    this.body = body;
    this.dictionaries = dictionaries;
  }

  /**
   * The rows of a batch, as one column of structs.
   *
   * @param dictionaries by their ids
   */
  static ArrowColumn rows(
      ArrowField row, RecordBatch batch, ArrowBody body, Map<Long, ArrowDictionary> dictionaries) {
    ArrowBatch at = new ArrowBatch(batch, body, dictionaries);
    List<ArrowColumn> columns = new ArrayList<>();
    for (ArrowField field : row.children()) {
      columns.add(at.column(field));
    }
    return new ArrowColumn(row, number(batch.length()), 0, body, 0, columns, null);
  }

  /** The one column of a dictionary. */
  static ArrowColumn values(
      ArrowField field, RecordBatch batch, ArrowBody body, Map<Long, ArrowDictionary> known) {
    return new ArrowBatch(batch, body, known).column(field);
  }

  /** The fields of all dictionaries by their ids. */
  static Map<Long, ArrowField> dictionaries(ArrowField row) {
    Map<Long, ArrowField> fields = new HashMap<>();
    collect(row, fields);
    return fields;
  }

  private static void collect(ArrowField field, Map<Long, ArrowField> into) {
    if (field.dictionary() != null) {
      into.put(field.dictionary(), field.values());
    }
    field.children().forEach(child -> collect(child, into));
  }

  private ArrowColumn column(ArrowField field) {
    FieldNode at = batch.nodes(checked(node++, batch.nodesLength()));
    int first = buffer;
    buffer += field.buffers();
    if (field.kind() == ArrowField.Kind.VIEW_TEXT) {
      int at2 = checked(variadic++, batch.variadicBufferCountsLength());
      buffer += number(batch.variadicBufferCounts(at2));
    }
    if (buffer > batch.buffersLength() || buffer < first) {
      throw new IndexOutOfBoundsException("a batch has too few buffers");
    }
    List<ArrowColumn> children = new ArrayList<>();
    if (field.dictionary() == null) {
      for (ArrowField child : field.children()) {
        children.add(column(child));
      }
    }
    ArrowDictionary dictionary =
        field.dictionary() == null
            ? null
            : dictionaries.getOrDefault(field.dictionary(), new ArrowDictionary(List.of()));
    return new ArrowColumn(
        field, number(at.length()), at.nullCount(), body, first, children, dictionary);
  }

  private static int checked(int index, int length) {
    if (index >= length) {
      throw new IndexOutOfBoundsException("a batch has too few columns");
    }
    return index;
  }

  private static int number(long length) {
    if (length < 0 || length > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("a batch of " + length + " values");
    }
    return (int) length;
  }
}
