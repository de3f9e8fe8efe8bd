package dev.bookplate.corpus;

import java.util.List;

/**
 * The completions in one record.
 *
 * @param list in their order
 * @param none why there are none, as one phrase; null where there are some
 */
record Answers(List<Answer> list, String none) {
  /**
   * A text that a model wrote.
   *
   * @param promptId of the record, or null
   * @param field where in the record it stands: {@code choices[1].message.content}
   * @param text what it wrote
   * @param prompt all texts that it had been given, or null where the record does not tell
   */
  record Answer(String promptId, String field, String text, List<String> prompt) {}

  /** Of a record without any. */
  static Answers none(String why) {
    return new Answers(List.of(), why);
  }

  /** Those that are there, or the reason why there are none. */
  static Answers of(List<Answer> list, String whyNone) {
    return list.isEmpty() ? none(whyNone) : new Answers(List.copyOf(list), null);
  }
}
