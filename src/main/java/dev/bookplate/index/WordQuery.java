package dev.bookplate.index;

import java.util.List;
import java.util.Map;

/**
 * Words that records are searched by; the more of them a record holds, and the rarer they are, the
 * higher it ranks.
 *
 * @param words each in the form that records have it in
 * @param least how many of the words a record must hold
 * @param oneOf other words, of which a record must hold one at least; none for no such demand
 */
public record WordQuery(List<Word> words, int least, List<Word> oneOf) {
  /** Of words alone. */
  public WordQuery(List<Word> words, int least) {
    this(words, least, List.of());
  }

  /**
   * A word.
   *
   * @param text without blanks
   * @param fields that it may stand in, with their weights
   * @param edits letters that may differ: 0 to 2; what differs counts half
   */
  public record Word(String text, Map<String, Float> fields, int edits) {}
}
