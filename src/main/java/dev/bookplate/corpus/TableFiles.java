package dev.bookplate.corpus;

import java.util.SortedMap;

/**
 * The files that are a table now, among those that were once.
 *
 * @param people which state of it this is, for the user
 * @param live what there is to know of each, by path within its folder, with {@code /}
 */
record TableFiles(String people, SortedMap<String, LiveFile> live) {
  /**
   * A file of a table.
   *
   * @param part what reading it has to know, or null
   * @param unread why it is not read here, for people, or null
   */
  record LiveFile(TablePart part, String unread) {
    /** A file whose columns and rows are as they stand there. */
    static final LiveFile PLAIN = new LiveFile(null, null);
  }
}
