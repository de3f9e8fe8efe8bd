package dev.bookplate.corpus;

import java.io.Serializable;
import java.util.List;

/**
 * Which fields of a record hold what: paths, dots between their parts, the first that is there
 * wins.
 *
 * @param text that may hold the text
 * @param id that may hold the record's own id
 */
public record Fields(List<String> text, List<String> id) implements Serializable {
  /** The names that the usual corpora give them. */
  public static final Fields DEFAULT =
      new Fields(
          List.of("text", "content", "raw_content", "body", "document"),
          List.of("id", "doc_id", "uuid", "url"));
}
