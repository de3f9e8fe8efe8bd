package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The id of a record's prompt.
 *
 * @param paths that may hold it: the first that is there counts
 */
record PromptIds(List<String> paths) {
  private static final List<String> USUAL =
      List.of(
          "custom_id",
          "prompt_id",
          "doc_id",
          "task_id",
          "question_id",
          "conversation_id",
          "conversation_hash",
          "request_id",
          "id",
          "uuid",
          "key");

  /** As typed, or the usual ones. */
  static PromptIds of(Fields fields) {
    return new PromptIds(fields.id().equals(Fields.DEFAULT.id()) ? USUAL : fields.id());
  }

  /** The id, or null. */
  String of(JsonNode record) {
    for (String path : paths) {
      JsonNode id = OutputForm.at(record, path);
      if (id.isTextual() || id.isNumber()) {
        return id.asText();
      }
    }
    return null;
  }
}
