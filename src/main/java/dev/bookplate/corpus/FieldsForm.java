package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.corpus.Answers.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Records with a field for the completion, or a list of several, and fields for the prompt, as
 * vLLM's and most scripts of people's own write them.
 *
 * @param names of the fields that may hold completions: the first that is there counts
 * @param promptFields that may hold the prompt, or a part of it
 */
record FieldsForm(List<String> names, List<String> promptFields) implements OutputForm {
  /** Names that say that a model wrote it. */
  static final List<String> SURE =
      List.of(
          "completion",
          "completions",
          "output",
          "outputs",
          "response",
          "responses",
          "generation",
          "generations",
          "generated_text",
          "prediction",
          "predictions",
          "model_output",
          "answer");

  /** Names that may be of anything. */
  static final List<String> OPEN = List.of("text", "content");

  private static final List<String> INSIDE = List.of("text", "content", "generated_text");

  @Override
  public Answers of(JsonNode record, String promptId) {
    for (String name : names) {
      JsonNode value = OutputForm.at(record, name);
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      List<Answer> found = new ArrayList<>();
      List<String> prompt = prompt(record, name);
      add(new Answer(promptId, name, "", prompt), value, found);
      for (int i = 0; value.isArray() && i < value.size(); i++) {
        add(new Answer(promptId, name + "[" + i + "]", "", prompt), value.get(i), found);
      }
      return Answers.of(found, "the field " + name + " holds no text");
    }
    return null;
  }

  private static void add(Answer place, JsonNode value, List<Answer> found) {
    if (value.isTextual() && !value.textValue().isBlank()) {
      found.add(new Answer(place.promptId(), place.field(), value.textValue(), place.prompt()));
    }
    for (String name : INSIDE) {
      String text = value.isObject() ? OutputForm.said(value.path(name)) : null;
      if (text != null) {
        String field = place.field() + "." + name;
        found.add(new Answer(place.promptId(), field, text, place.prompt()));
      }
    }
  }

  private List<String> prompt(JsonNode record, String name) {
    List<String> prompt = new ArrayList<>();
    for (String path : promptFields) {
      if (!path.equals(name)) {
        prompt.addAll(OutputForm.strings(OutputForm.at(record, path)));
      }
    }
    return prompt.isEmpty() ? null : prompt;
  }
}
