package dev.bookplate.evidence;

/**
 * What one rule of markers found in one shard.
 *
 * @param rule its id
 * @param indicates where a copy with the mark may come from, or what made it
 * @param says what the mark is
 * @param documents that have it, each once
 * @param unfinished documents in which the rule took too many steps and was left
 * @param first the mark in the first of them, or null where none has it
 */
public record MarkerLine(
    String rule, String indicates, String says, long documents, long unfinished, Seen first) {
  /**
   * A mark.
   *
   * @param member path inside archives, or null
   * @param record from 0 within the file or member
   * @param place front, back, path, metadata or members
   * @param field name of the metadata, or number of the member; else null
   * @param start in code points, of the text, path, value or name
   * @param end behind it
   * @param quote what was matched; null where no text may be kept
   */
  public record Seen(
      String member, long record, String place, String field, int start, int end, String quote) {
    Seen rebased(long recordsBefore) {
      return new Seen(member, record + recordsBefore, place, field, start, end, quote);
    }

    Seen unquoted() {
      return new Seen(member, record, place, field, start, end, null);
    }
  }

  /** The same with its record counted from the start of the file. */
  MarkerLine rebased(long recordsBefore) {
    return first == null ? this : with(first.rebased(recordsBefore));
  }

  /** The same without text of the corpus. */
  MarkerLine unquoted() {
    return first == null ? this : with(first.unquoted());
  }

  private MarkerLine with(Seen seen) {
    return new MarkerLine(rule, indicates, says, documents, unfinished, seen);
  }

  /** Of this and what follows it in the same file. */
  public MarkerLine and(MarkerLine next) {
    return new MarkerLine(
        rule,
        indicates,
        says,
        documents + next.documents,
        unfinished + next.unfinished,
        first == null ? next.first : first);
  }
}
