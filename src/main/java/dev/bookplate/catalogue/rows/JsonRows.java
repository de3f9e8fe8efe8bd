package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON objects as rows of a table whose header grows with their keys. */
final class JsonRows implements TableRows {
  private static final int MOST_KEYS = 500;

  private final JsonValues values;
  private final List<String> header = new ArrayList<>();
  private long number = -1;

  JsonRows(JsonValues values) {
    this.values = values;
  }

  @Override
  public List<String> next() throws IOException {
    try {
      JsonNode value = values.next();
      if (value == null) {
        return null;
      }
      number++;
      return value.isObject() ? cells(value) : List.of();
    } catch (JsonProcessingException | RecordBytes.TooLongException e) {
      throw new BrokenTableException(values.problem(e));
    }
  }

  private List<String> cells(JsonNode object) {
    List<String> cells = new ArrayList<>();
    header.forEach(h -> cells.add(""));
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      int place = header.indexOf(each.getKey());
      if (place < 0 && header.size() < MOST_KEYS) {
        place = header.size();
        header.add(each.getKey());
        cells.add("");
      }
      if (place >= 0) {
        cells.set(place, text(each.getValue()));
      }
    }
    return cells;
  }

  /** Of a list its parts between semicolons, which separate authors and numbers alike. */
  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isObject() ? value.path("name").asText("") : value.asText("");
    }
    List<String> parts = new ArrayList<>();
    value.forEach(v -> parts.add(text(v)));
    return String.join("; ", parts);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public String part() {
    return null;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    values.close();
  }
}
