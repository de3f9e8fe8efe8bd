package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields of a JSON object whose values may be strings, numbers or lists of them, as each record of
 * these libraries likes.
 *
 * @param node any node; what is not an object has no fields
 */
record JsonFields(JsonNode node) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * Reads one document.
   *
   * @throws JsonProcessingException if it is none
   */
  static JsonFields parse(String json) throws JsonProcessingException {
    JsonNode node = MAPPER.readTree(json);
    return new JsonFields(node == null ? MissingNode.getInstance() : node);
  }

  JsonFields at(String field) {
    return new JsonFields(node.path(field));
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** The first text of any of the fields, or null. */
  String text(String... fields) {
    for (String field : fields) {
      List<String> all = texts(field);
      if (!all.isEmpty()) {
        return all.get(0);
      }
    }
    return null;
  }

  /** All strings and numbers of a field; of objects in a list their name. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    JsonNode value = node.path(field);
    if (value.isArray()) {
      value.forEach(v -> add(v, texts));
    } else {
      add(value, texts);
    }
    return List.copyOf(texts);
  }

  private static void add(JsonNode value, List<String> texts) {
    String text = value.isObject() ? name(value) : value.isNull() ? null : value.asText();
    String written = Written.text(text);
    if (written != null && !texts.contains(written)) {
      texts.add(written);
    }
  }

  private static String name(JsonNode person) {
    if (person.hasNonNull("family")) {
      String given = person.path("given").asText("");
      return given.isEmpty()
          ? person.path("family").asText()
          : person.path("family").asText() + ", " + given;
    }
    return person.path("name").asText("");
  }

  /** Objects of a list. */
  List<JsonFields> objects(String field) {
    List<JsonFields> objects = new ArrayList<>();
    node.path(field).forEach(v -> objects.add(new JsonFields(v)));
    return objects;
  }

  /** Authors of a list, or those that stand in one string. */
  List<String> authors(String... fields) {
    for (String field : fields) {
      List<String> all = texts(field);
      if (!all.isEmpty()) {
        return all.size() == 1 ? Written.authors(all.get(0)) : all;
      }
    }
    return List.of();
  }

  /** A count, also one that is written as a string, or -1. */
  long number(String... fields) {
    String digits = text(fields);
    boolean isNumber =
        digits != null && digits.length() < 19 && digits.chars().allMatch(Character::isDigit);
    return isNumber ? Long.parseLong(digits) : -1;
  }
}
