package dev.bookplate.evidence;

/**
 * One row of {@code outputs.csv}: a work in the completions of one prompt, or a prompt in whose
 * completions nothing was found. Its components are the columns, in their order; null is an empty
 * cell.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param member path inside archives, or null
 * @param promptId the record's own id of the prompt; {@code sha256:…} of the prompt's text where it
 *     has none; {@code record N} where the prompt is not known either
 * @param promptWords words of the prompt; null where it is not known, and nothing could be left out
 *     for it
 * @param completions of the prompt that were searched
 * @param completionsWithWork of these, with a finding of the work
 * @param catalogue that holds the work; null, like the columns that follow, where nothing was found
 * @param workId of the work
 * @param title of the work
 * @param grade the highest of its findings
 * @param longestRunWords the longest unbroken run outside the prompt, in words; common text and
 *     what says little apart. Null where the edition's text is not held
 * @param longestRunTokens most tokens of the named tokenizer that lie inside one such run, or null
 * @param tokensNote why there is no number of tokens, or null
 * @param reaches50Words whether the run has 50 words or more
 * @param reaches50Tokens whether it has 50 tokens or more, or null where they are not counted
 * @param promptRunWords longest run that stood in the prompt already, which counts for nothing; 0
 *     where none did
 * @param record the completion with the longest run in words, the first of equals
 * @param choice the field that held it
 */
public record OutputRow(
    String corpus,
    String path,
    String member,
    String promptId,
    Integer promptWords,
    int completions,
    Integer completionsWithWork,
    String catalogue,
    String workId,
    String title,
    String grade,
    Integer longestRunWords,
    Integer longestRunTokens,
    String tokensNote,
    Boolean reaches50Words,
    Boolean reaches50Tokens,
    Integer promptRunWords,
    Long record,
    String choice) {
  /** The line that courts and papers draw, in words and in tokens. */
  public static final int LINE = 50;
}
