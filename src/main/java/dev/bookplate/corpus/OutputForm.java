package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form in which programs write down what a model answered. */
@FunctionalInterface
interface OutputForm {
  /** Fields of requests and messages that hold no text. */
  Set<String> NAMES =
      Set.of(
          "role",
          "from",
          "speaker",
          "type",
          "id",
          "custom_id",
          "method",
          "url",
          "model",
          "object",
          "until");

  /**
   * The completions of a record.
   *
   * @param promptId of the record, or null
   * @return null if the record is not of this form
   */
  Answers of(JsonNode record, String promptId);

  /** A field by its path, or a missing node. */
  static JsonNode at(JsonNode record, String path) {
    JsonNode node = record;
    for (String part : path.split("\\.", -1)) {
      node = node.path(part);
    }
    return node;
  }

  /**
   * All texts in a value, however deep: whatever was sent to a model stood in its prompt. Where a
   * list of messages ends with one of the model, that is the answer once more, and left out.
   */
  static List<String> strings(JsonNode value) {
    List<String> all = new ArrayList<>();
    collect(value, all);
    return all;
  }

  private static void collect(JsonNode value, List<String> all) {
    if (value.isTextual()) {
      if (!value.textValue().isBlank()) {
        all.add(value.textValue());
      }
      return;
    }
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        if (!NAMES.contains(field.getKey())) {
          collect(field.getValue(), all);
        }
      }
      return;
    }
    int last = value.size() - 1;
    boolean endsWithAnswer = last >= 0 && ChatForm.isModels(value.path(last));
    int i = 0;
    for (JsonNode inside : value) {
      if (i++ < last || !endsWithAnswer) {
        collect(inside, all);
      }
    }
  }

  /**
   * The text of a message: a string, or a list of strings and of parts with a text.
   *
   * @return null where there is none
   */
  static String said(JsonNode content) {
    if (content.isTextual()) {
      return content.textValue().isBlank() ? null : content.textValue();
    }
    if (!content.isArray()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : content) {
      for (JsonNode text : List.of(part, part.path("text"), part.path("thinking"))) {
        if (text.isTextual()) {
          parts.add(text.textValue());
        }
      }
    }
    String text = String.join("\n", parts);
    return text.isBlank() ? null : text;
  }
}
