package dev.bookplate.books;

import com.google.common.hash.Hashing;
import dev.bookplate.catalogue.TitleWords;
import dev.bookplate.catalogue.rows.BookNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Title and authors of a record, as far as is needed to say whether two records may be of one work:
 * a bit for each word, so that a million of them are compared in memory.
 *
 * @param main of the words of the title before its subtitle; 0 without a title
 * @param full of all words of the title
 * @param authors of the names' words; 0 where no one is named
 */
record Likeness(long main, long full, long authors) {
  private static final Pattern SUBTITLE = Pattern.compile("[:;(\\[]|\\s[-\u2013\u2014]\\s");
  private static final Set<String> EMPTY =
      Set.of(
          "a", "an", "and", "das", "de", "der", "des", "die", "du", "el", "et", "il", "la", "las",
          "le", "les", "los", "of", "the", "und", "y");
  private static final Set<String> NO_ONE =
      Set.of(
          "anon", "anonymous", "author", "authors", "unknown", "various", "et", "al", "ed", "eds");

  static Likeness of(BookNames names) {
    String title = title(names);
    if (title.isEmpty()) {
      return new Likeness(0, 0, authors(names.authors()));
    }
    String main = TitleWords.of(SUBTITLE.split(names.title(), 2)[0]);
    long full = bits(title, EMPTY, 0);
    long mainBits = main.isEmpty() ? full : bits(main, EMPTY, 0);
    return new Likeness(mainBits, full | mainBits, authors(names.authors()));
  }

  /** The words of title and subtitle, or nothing. */
  static String title(BookNames names) {
    String title = names.title() == null ? "" : names.title();
    return TitleWords.of(names.subtitle() == null ? title : title + " " + names.subtitle());
  }

  private static long authors(List<String> authors) {
    long bits = 0;
    for (String author : authors) {
      bits |= bits(TitleWords.of(author), NO_ONE, 2);
    }
    return bits;
  }

  /** Empty words count only where there are no others. */
  private static long bits(String words, Set<String> empty, int shortest) {
    long bits = 0;
    long all = 0;
    for (String word : words.split(" ", -1)) {
      long bit = bit(word);
      all |= bit;
      if (word.length() >= shortest && !empty.contains(word)) {
        bits |= bit;
      }
    }
    return bits != 0 || shortest > 0 ? bits : all;
  }

  private static long bit(String word) {
    return 1L
        << (Hashing.farmHashFingerprint64().hashString(word, StandardCharsets.UTF_8).asLong()
            >>> 58);
  }

  boolean hasTitle() {
    return full != 0;
  }

  /**
   * Whether two records that share a number or a file may be of one work. Titles agree if the
   * shorter main title stands in the other title, or if they share half their words; where both
   * name authors and none agrees, only if the titles are the same.
   */
  static boolean agree(Likeness one, Likeness other) {
    if (one.full == other.full && (one.authors == 0 || other.authors == 0)) {
      return true;
    }
    if (one.authors != 0 && other.authors != 0 && !shareName(one.authors, other.authors)) {
      return one.full == other.full && Long.bitCount(one.full) > 1;
    }
    int least = Math.min(Long.bitCount(one.full), Long.bitCount(other.full));
    return one.main == other.main
        || stands(one.main, other.full)
        || stands(other.main, one.full)
        || (least > 1 && 2 * Long.bitCount(one.full & other.full) >= least);
  }

  /** A single word stands in too many titles. */
  private static boolean stands(long main, long full) {
    return Long.bitCount(main) > 1 && (main & ~full) == 0;
  }

  /** Two words of a name, or the only one that is known. */
  private static boolean shareName(long one, long other) {
    int least = Math.min(2, Math.min(Long.bitCount(one), Long.bitCount(other)));
    return Long.bitCount(one & other) >= least;
  }
}
