package dev.bookplate.evidence;

/**
 * One row of {@code markers.csv}: a mark in a file of the corpus. Its components are the columns,
 * in their order; null is an empty cell.
 *
 * @param corpus name of the corpus root
 * @param path relative to it
 * @param rule that knows the mark
 * @param indicates where a copy with the mark may come from, or what made it
 * @param says what the mark is
 * @param documents of the file that have it, each once; a file that gave no text counts as one
 * @param unfinished documents in which the rule took too many steps and was left
 * @param member path inside archives of the first document that has it, or null
 * @param record of that document; null, like what follows, where no document has it
 * @param place where it stands there: front, back, path, metadata or members
 * @param field name of the metadata, or number of the member; else null
 * @param start in code points, of the text, path, value or name
 * @param end behind it
 * @param quote what was matched; null where no text may be kept
 */
public record MarkerRow(
    String corpus,
    String path,
    String rule,
    String indicates,
    String says,
    long documents,
    long unfinished,
    String member,
    Long record,
    String place,
    String field,
    Integer start,
    Integer end,
    String quote) {
  /** Of a file. */
  static MarkerRow of(InputFile file, MarkerLine line) {
    MarkerLine.Seen first = line.first();
    return new MarkerRow(
        file.corpus(),
        file.path(),
        line.rule(),
        line.indicates(),
        line.says(),
        line.documents(),
        line.unfinished(),
        first == null ? null : first.member(),
        first == null ? null : (Long) first.record(),
        first == null ? null : first.place(),
        first == null ? null : first.field(),
        first == null ? null : (Integer) first.start(),
        first == null ? null : (Integer) first.end(),
        first == null ? null : first.quote());
  }
}
