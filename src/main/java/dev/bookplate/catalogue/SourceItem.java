package dev.bookplate.catalogue;

import dev.bookplate.origin.Digests;

/** What one entry of a catalogue's raw material turned out to be. */
public sealed interface SourceItem {
  /**
   * A book with its text.
   *
   * @param work as known from catalogue.csv, the file and its name, in that order; where several
   *     books have one work id, the last one's work holds what all of them said
   * @param source the file, relative to the source root, with {@code /}
   * @param digests of the file
   * @param text extracted, as {@link dev.bookplate.extract.Extracted#text()}
   * @param extractor name and version
   * @param language as catalogue.csv or else the file says, or null
   * @param condition what is wrong with it, as a book
   */
  record Book(
      Work work,
      String source,
      Digests digests,
      String text,
      String extractor,
      String language,
      BookCondition condition)
      implements SourceItem {}

  /**
   * An entry that gives no book.
   *
   * @param source the file, relative to the source root, or the row of a list
   * @param reason one sentence for the user
   */
  record Rejected(String source, String reason) implements SourceItem {}

  /**
   * Something that was left out or overruled, while the entry that it belongs to was kept.
   *
   * @param source the file, relative to the source root, or the row of a list
   * @param reason one sentence for the user
   */
  record Note(String source, String reason) implements SourceItem {}
}
