package dev.bookplate.criteria;

import java.time.Period;
import java.util.List;

/**
 * One thing that is asked of a work. The kinds are a closed set, so that a file of rules can ask
 * nothing that is not tested here.
 */
public sealed interface Criterion {
  /** What it is called in columns: letters, digits and hyphens. */
  String id();

  /** What it asks, for people. */
  String text();

  /**
   * It has an identifier of a kind.
   *
   * @param anyOf {@code isbn}, {@code asin}, or both
   */
  record Identified(String id, String text, List<String> anyOf) implements Criterion {}

  /**
   * It was registered no later than so long after publication; the last day counts, and so does any
   * day before publication. Of a day that the month does not have, the month's last day is taken:
   * three months after 30 November end on the last day of February.
   */
  record RegisteredWithin(String id, String text, Period period) implements Criterion {}

  /** It was registered before the files were acquired, not on the same day. */
  record RegisteredBeforeAcquisition(String id, String text) implements Criterion {}

  /** It was published before the files were acquired, or on the same day. */
  record PublishedBeforeAcquisition(String id, String text) implements Criterion {}

  /** A copy of it was found in a source that the rules name. */
  record CopyFound(String id, String text) implements Criterion {}

  /**
   * It is in a language.
   *
   * @param anyOf primary tags, such as {@code en}
   */
  record InLanguage(String id, String text, List<String> anyOf) implements Criterion {}

  /**
   * Its rights have a status.
   *
   * @param anyOf {@code in-copyright}, {@code public-domain}
   */
  record HasRights(String id, String text, List<String> anyOf) implements Criterion {}

  /** One of others is met. */
  record AnyOf(String id, String text, List<Criterion> of) implements Criterion {}
}
