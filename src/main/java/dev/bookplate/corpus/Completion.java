package dev.bookplate.corpus;

import dev.bookplate.origin.Utf8Text;
import java.util.List;

/**
 * What a text of a model answers.
 *
 * @param promptId the record's own id of its prompt, or one that is made of the prompt's digest;
 *     null where neither is there
 * @param prompt all texts that the model had been given, or null where they are not known
 */
public record Completion(String promptId, List<String> prompt) {
  /** The prompt's texts; none where they are not known. */
  public List<Utf8Text> texts() {
    return prompt == null ? List.of() : prompt.stream().map(Utf8Text::of).toList();
  }
}
