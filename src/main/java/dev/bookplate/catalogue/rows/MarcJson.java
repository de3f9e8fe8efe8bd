package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** MARC-in-JSON: records with {@code leader} and {@code fields}, alone, in lines or in an array. */
public final class MarcJson implements RowFormat {
  private static final Pattern LEADER = Pattern.compile("\"leader\"\\s*:\\s*\"");
  private static final Pattern FIELDS =
      Pattern.compile("\"fields\"\\s*:\\s*\\[\\s*\\{\\s*\"[0-9A-Z]{3}\"\\s*:");

  @Override
  public String label() {
    return "marc-json";
  }

  @Override
  public boolean recognises(String head, String name) {
    String start = head.stripLeading();
    boolean isJson = start.startsWith("{") || start.startsWith("[");
    return isJson && (FIELDS.matcher(head).find() || LEADER.matcher(head).find());
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new Reader(new JsonValues(bytes.open()), name);
  }

  private static final class Reader implements RowReader {
    private final JsonValues values;
    private final String source;
    private long row;
    private boolean isBroken;

    Reader(JsonValues values, String source) {
      this.values = values;
      this.source = source;
    }

    @Override
    public RowOutcome next() throws IOException {
      if (isBroken) {
        return null;
      }
      RowPlace place = new RowPlace(source, null, row++);
      try {
        JsonNode value = values.next();
        if (value == null) {
          return null;
        }
        return value.path("fields").isArray()
            ? MarcRow.of(record(value), place)
            : new RowOutcome.Rejected(place, "This JSON value is no record: it has no fields.");
      } catch (JsonProcessingException | RecordBytes.TooLongException e) {
        isBroken = true;
        return new RowOutcome.Rejected(place, values.problem(e));
      }
    }

    @Override
    public void close() throws IOException {
      values.close();
    }
  }

  private static MarcRecord record(JsonNode value) {
    List<String> defects = new ArrayList<>();
    List<MarcField> fields = new ArrayList<>();
    if (!value.path("leader").isTextual()) {
      defects.add("it has no leader");
    }
    for (JsonNode each : value.path("fields")) {
      for (Map.Entry<String, JsonNode> field : each.properties()) {
        if (field.getValue().isObject()) {
          fields.add(data(field.getKey(), field.getValue()));
        } else {
          fields.add(MarcField.control(field.getKey(), field.getValue().asText("")));
        }
      }
    }
    return new MarcRecord(value.path("leader").asText(""), fields, defects);
  }

  private static MarcField data(String tag, JsonNode field) {
    List<MarcField.Part> parts = new ArrayList<>();
    for (JsonNode each : field.path("subfields")) {
      for (Map.Entry<String, JsonNode> part : each.properties()) {
        if (!part.getKey().isEmpty()) {
          parts.add(new MarcField.Part(part.getKey().charAt(0), part.getValue().asText("")));
        }
      }
    }
    return new MarcField(
        tag,
        MarcXml.indicator(field.path("ind1").asText(""))
            + MarcXml.indicator(field.path("ind2").asText("")),
        null,
        List.copyOf(parts));
  }
}
