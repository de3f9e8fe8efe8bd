package dev.bookplate.corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.util.List;

/**
 * What is known of the prompts of a corpus that models wrote.
 *
 * @param promptFields of a record that hold its prompt, or a part of it; all that are there count
 * @param prompts a file of requests, absolute, or null where none was named; stays on this machine
 * @param sha256 of that file, or null
 */
public record Outputs(List<String> promptFields, @JsonIgnore String prompts, String sha256)
    implements Serializable {
  /** The names that prompts usually have. */
  public static final List<String> PROMPT_FIELDS =
      List.of(
          "prompt",
          "prompts",
          "messages",
          "system",
          "system_prompt",
          "instruction",
          "input",
          "inputs",
          "context",
          "question",
          "query",
          "prefix",
          "request");

  /** What is done unless the user says otherwise. */
  public static final Outputs USUAL = new Outputs(PROMPT_FIELDS, null, null);
}
