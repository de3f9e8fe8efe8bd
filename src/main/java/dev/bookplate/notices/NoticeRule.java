package dev.bookplate.notices;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What makes a line a notice. A rule has patterns, or asks for a fact of the work.
 *
 * @param id of it
 * @param kind of notice, such as {@code isbn}
 * @param description for people
 * @param patterns one of which is in the line; empty where a fact is asked for
 * @param fact of the work that the line has to be: title, author, publisher or isbn; or null
 * @param maxWords of a line: what is longer is prose
 */
public record NoticeRule(
    String id, String kind, String description, List<Pattern> patterns, String fact, int maxWords) {

  /** Whether a line has one of the patterns. */
  boolean matches(String line) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(line).find());
  }
}
