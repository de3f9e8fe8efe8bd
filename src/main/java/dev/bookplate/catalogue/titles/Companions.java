package dev.bookplate.catalogue.titles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Books that go with another of the same title and author, and are not that book: what the teacher
 * gets, exercises, keys, a part that is sold by itself. A subtitle says so.
 */
final class Companions {
  /** With one of these words something may go with another book. */
  private static final Set<String> SAYING =
      Set.of(
          ("manual guide key answers solutions workbook bank contents index supplement exercises"
                  + " companion lehrerhandbuch lehrerband arbeitsheft arbeitsbuch ubungsbuch"
                  + " losungen losungsheft maitre professeur exercices")
              .split(" ", -1));

  private static final Pattern COMPANION =
      Pattern.compile(
          "\\b(?:(?:teacher|instructor|student|leader|pupil|learner)(?: ?s)? (?:resource )?"
              + "(?:manual|guide|workbook|companion|key)|(?:study|teaching|reading) guide"
              + "|lab(?:oratory)? manual|solutions? manual|answer key|workbook|test bank"
              + "|lehrerhandbuch|lehrerband|arbeitsheft|arbeitsbuch|ubungsbuch|losungen"
              + "|losungsheft|livre du (?:maitre|professeur)|cahier d exercices)\\b");

  /** Alone in a subtitle. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:with )?(contents|index|supplement|answers|solutions|exercises|companion)");

  private Companions() {}

  /** What a subtitle says that its book goes with, as words; none for most. */
  static List<String> of(List<String> subtitle) {
    if (subtitle.stream().noneMatch(SAYING::contains)) {
      return List.of();
    }
    String words = String.join(" ", subtitle);
    List<String> found = new ArrayList<>();
    Matcher alone = ALONE.matcher(words);
    if (alone.matches()) {
      found.add(alone.group());
    }
    Matcher companion = COMPANION.matcher(words);
    while (companion.find()) {
      found.add(companion.group());
    }
    return found;
  }
}
