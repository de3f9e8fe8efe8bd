package dev.bookplate.evidence;

import dev.bookplate.origin.Origin;
import java.util.List;

/**
 * What a shard's file says of one completion of a model.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param record from 0 within the file or member; each completion counts as one
 * @param choice the field that held it
 * @param promptId of the prompt that it answers, or null
 * @param promptWords words of that prompt, or null where it is not known
 * @param words of the completion
 * @param works what was found in it, a line a work
 */
public record OutputLine(
    String corpus,
    String path,
    String member,
    long record,
    String choice,
    String promptId,
    Integer promptWords,
    int words,
    List<OutputMatch> works) {
  /**
   * A work in a completion.
   *
   * @param catalogue that holds the work
   * @param workId of the work
   * @param title of the work
   * @param grade of the finding
   * @param runWords longest unbroken run outside the prompt, neither common text nor capped; null
   *     where the edition's text is not held
   * @param runTokens most tokens that such a run holds, or null
   * @param promptRunWords longest run that stood in the prompt
   * @param note why tokens are not counted, or null
   */
  public record OutputMatch(
      String catalogue,
      String workId,
      String title,
      String grade,
      Integer runWords,
      Integer runTokens,
      int promptRunWords,
      String note) {}

  /** Of a completion. */
  public static OutputLine of(
      Origin where, String choice, Prompt prompt, int words, List<OutputMatch> works) {
    return new OutputLine(
        where.corpus(),
        where.path(),
        where.member(),
        where.record(),
        choice,
        prompt.id(),
        prompt.words(),
        words,
        works);
  }

  /**
   * What is known of a prompt.
   *
   * @param id or null
   * @param words or null
   */
  public record Prompt(String id, Integer words) {}

  /** The same with its record counted from the start of the file. */
  OutputLine rebased(long recordsBefore) {
    return new OutputLine(
        corpus, path, member, record + recordsBefore, choice, promptId, promptWords, words, works);
  }
}
