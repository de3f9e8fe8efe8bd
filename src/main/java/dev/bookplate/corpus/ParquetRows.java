package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bookplate.extract.Source;
import dev.hardwood.HardwoodContext;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Rows of Parquet as JSON: structs and maps are objects, lists lists, bytes text. */
final class ParquetRows {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ParquetRows() {}

  /** Takes a row. */
  @FunctionalInterface
  interface Taker {
    void take(JsonNode row) throws IOException;
  }

  /** Goes through the rows of a file. */
  static void each(Path file, Taker taker) throws IOException {
    try (HardwoodContext context = HardwoodContext.create(1);
        ParquetFileReader parquet = ParquetShardReader.file(new Source.OfFile(file), context);
        RowReader rows = parquet.rowReader()) {
      while (rows.hasNext()) {
        rows.next();
        taker.take(json(rows));
      }
    }
  }

  /** A row, or a struct in one. */
  static ObjectNode json(StructAccessor row) {
    ObjectNode object = JSON.objectNode();
    for (int i = 0; i < row.getFieldCount(); i++) {
      object.set(row.getFieldName(i), row.isNull(i) ? JSON.nullNode() : value(row.getValue(i)));
    }
    return object;
  }

  private static JsonNode value(Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case String text -> JSON.textNode(text);
      case byte[] bytes -> JSON.textNode(new String(bytes, StandardCharsets.UTF_8));
      case Boolean is -> JSON.booleanNode(is);
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Float number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case PqStruct struct -> json(struct);
      case PqList list -> list(list);
      case PqMap map -> map(map);
      default -> JSON.textNode(value.toString());
    };
  }

  private static ArrayNode list(PqList list) {
    ArrayNode array = JSON.arrayNode(list.size());
    for (int i = 0; i < list.size(); i++) {
      array.add(list.isNull(i) ? JSON.nullNode() : value(list.get(i)));
    }
    return array;
  }

  private static ObjectNode map(PqMap map) {
    ObjectNode object = JSON.objectNode();
    for (PqMap.Entry entry : map.getEntries()) {
      object.set(value(entry.getKey()).asText(), value(entry.getValue()));
    }
    return object;
  }
}
