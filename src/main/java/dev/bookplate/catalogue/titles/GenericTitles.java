package dev.bookplate.catalogue.titles;

import java.util.List;
import java.util.Set;

/** Titles that many books have. */
final class GenericTitles {
  private static final Set<String> WORDS =
      Set.of(
          ("poems poem poetry poetical works work collected complete selected selections stories"
               + " story short tales tale novels novel letters letter essays essay plays play"
               + " dramas dramatic sonnets songs song verses verse memoirs memoir autobiography"
               + " biography history diary journal speeches sermons lectures writings anthology"
               + " fables fairy sketches miscellanies ballads lyrics other early later new first"
               + " second third series volume prose fiction classics best great greatest gedichte"
               + " werke samtliche gesammelte erzahlungen novellen marchen briefe poesies oeuvres"
               + " completes contes nouvelles lettres poesie poesias obras cuentos cartas novelas"
               + " rasskazy stikhi stikhotvoreniia sochineniia sobranie povesti pisma dictionary"
               + " bible introduction handbook manual guide untitled unknown book books text"
               + " document chapter contents preface index part title ebook cover page prologue"
               + " foreword notes note the a an of and by in to for with und et y i de la le les"
               + " der die das en s from on two three poeme romans roman readme data list report"
               + " test home about life times adventures english american")
              .split(" ", -1));

  private static final Set<String> SMALL =
      Set.of(
          "the", "a", "an", "of", "and", "in", "by", "to", "for", "with", "on", "at", "or", "und",
          "et", "y", "de", "la", "le", "der", "die", "das", "from", "other", "others", "its",
          "his");

  private GenericTitles() {}

  /** The words without those that stand in any subtitle; all of them where there are no others. */
  static List<String> withoutSmall(List<String> words) {
    List<String> large = words.stream().filter(w -> !SMALL.contains(w)).toList();
    return large.isEmpty() ? words : large;
  }

  /** Whether a main title tells no book from others. */
  static boolean areAll(List<String> words) {
    return words.stream().allMatch(w -> WORDS.contains(w) || isNumber(w) || w.length() < 2);
  }

  /** Words of a title that are not of that sort. */
  static long telling(List<String> words) {
    return words.stream().filter(w -> !WORDS.contains(w) && !isNumber(w) && w.length() > 2).count();
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }
}
