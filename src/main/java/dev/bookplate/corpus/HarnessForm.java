package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.corpus.Answers.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples of lm-evaluation-harness: {@code arguments} with what was asked, {@code resps} with the
 * answers to each of them, or {@code filtered_resps} where these are missing. Numbers are
 * likelihoods of texts that no model wrote.
 */
final class HarnessForm implements OutputForm {
  @Override
  public Answers of(JsonNode record, String promptId) {
    boolean isSample = record.has("doc") || record.has("arguments") || record.has("doc_id");
    String name = record.path("resps").isArray() ? "resps" : "filtered_resps";
    JsonNode answers = record.path(name);
    if (!isSample || !answers.isArray()) {
      return null;
    }
    List<Answer> found = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      List<String> prompt = prompt(record.path("arguments"), i);
      String id = promptId == null || answers.size() == 1 ? promptId : promptId + "#" + i;
      JsonNode answer = answers.get(i);
      if (answer.isTextual()) {
        add(id, name + "[" + i + "]", answer, prompt, found);
      }
      for (int n = 0; n < answer.size(); n++) {
        add(id, name + "[" + i + "][" + n + "]", answer.path(n), prompt, found);
      }
    }
    return Answers.of(found, "likelihoods, and no text that a model wrote");
  }

  private static void add(
      String promptId, String field, JsonNode text, List<String> prompt, List<Answer> found) {
    if (text.isTextual() && !text.textValue().isBlank()) {
      found.add(new Answer(promptId, field, text.textValue(), prompt));
    }
  }

  /** In a list by number, or in an object as gen_args_0, gen_args_1. */
  private static List<String> prompt(JsonNode arguments, int request) {
    JsonNode asked =
        arguments.isArray() ? arguments.path(request) : arguments.path("gen_args_" + request);
    List<String> prompt = OutputForm.strings(asked);
    return prompt.isEmpty() ? null : prompt;
  }
}
