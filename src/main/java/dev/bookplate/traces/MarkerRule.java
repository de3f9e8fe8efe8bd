package dev.bookplate.traces;

import java.io.Serializable;

/**
 * What one mark looks like and what it may mean.
 *
 * @param id lower case, words joined by hyphens; unique
 * @param says one sentence: what the mark is
 * @param indicates where a copy with it may come from or what made it, as a short name: {@code
 *     z-library}, {@code calibre}
 * @param where it is looked for
 * @param pattern a regular expression, found anywhere in a line, path, value or name
 * @param source where it is known from
 */
public record MarkerRule(
    String id, String says, String indicates, Where where, String pattern, String source)
    implements Serializable {
  /** What a rule is of. */
  public enum Where {
    /** Lines of the text's front and back matter. */
    TEXT,
    /** The path of the file. */
    PATH,
    /** Values of metadata. */
    METADATA,
    /** Names of the parts of an EPUB or another file that is an archive. */
    STRUCTURE
  }
}
