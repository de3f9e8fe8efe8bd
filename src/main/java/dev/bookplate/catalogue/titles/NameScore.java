package dev.bookplate.catalogue.titles;

import dev.bookplate.catalogue.rows.BookNames;
import java.util.List;
import java.util.Objects;

/**
 * How well what a document calls itself fits a book of a catalogue, field by field.
 *
 * @param title 0 to 1: 1 for the same words, 0 for another title, volume or subtitle
 * @param author whether one of the authors is the same
 * @param isGeneric whether many books are called so
 * @param isLong whether a title alone tells the book: many words, and not generic
 * @param isConfirmed whether subtitle or year agree beside the title
 */
public record NameScore(
    double title, Author author, boolean isGeneric, boolean isLong, boolean isConfirmed) {

  /** What authors say. */
  public enum Author {
    /** One is the same. */
    AGREES,
    /** On one side none is known. */
    UNKNOWN,
    /** There are others. */
    DIFFERS
  }

  /** From this on two titles may be one: measured, see {@code src/benchmarks/titles}. */
  private static final double SAME_TITLE = 0.88;

  private static final int LONG_WORDS = 3;
  private static final int LONG_LETTERS = 20;

  /** Of what is said, and of a catalogue's row. */
  public static NameScore of(BookNames said, BookNames row) {
    return of(said, row, author(said.authors(), row.authors()));
  }

  /** The same where the author is known from elsewhere. */
  static NameScore of(BookNames said, BookNames row, Author author) {
    if (said.title() == null || row.title() == null) {
      return new NameScore(0, author, true, false, false);
    }
    TitleForm one = TitleForm.of(said.title(), said.subtitle());
    TitleForm other = TitleForm.of(row.title(), row.subtitle());
    List<String> shorter = one.main().size() <= other.main().size() ? one.main() : other.main();
    boolean isGeneric = GenericTitles.areAll(shorter);
    boolean isLong =
        GenericTitles.telling(shorter) >= LONG_WORDS
            && String.join("", shorter).length() >= LONG_LETTERS
            && one.all().equals(other.all());
    boolean isConfirmed =
        (!one.rest().isEmpty() && Likeness.of(one.rest(), other.rest()) > 0)
            || (said.year() != null && Objects.equals(said.year(), row.year()));
    return new NameScore(title(one, other), author, isGeneric, isLong, isConfirmed);
  }

  private static double title(TitleForm one, TitleForm other) {
    if (one.main().isEmpty() || other.main().isEmpty()) {
      return 0;
    }
    if (!one.numbers().equals(other.numbers())) {
      return 0;
    }
    double likeness = Likeness.of(one.main(), other.main());
    if (likeness > 0) {
      return isOtherSubtitle(one, other) ? 0 : likeness;
    }
    // a name without signs has the subtitle behind the title
    return startsWith(one, other) || startsWith(other, one) ? 1 : 0;
  }

  private static boolean isOtherSubtitle(TitleForm one, TitleForm other) {
    if (one.rest().isEmpty() || other.rest().isEmpty()) {
      return false;
    }
    List<String> words = GenericTitles.withoutSmall(one.rest());
    List<String> others = GenericTitles.withoutSmall(other.rest());
    return words.size() <= others.size() ? !follow(words, others) : !follow(others, words);
  }

  /**
   * Whether words stand in others in their order: the series of a part says nothing of the part.
   */
  private static boolean follow(List<String> words, List<String> others) {
    int at = 0;
    for (String word : words) {
      String sound = Latin.sound(word);
      while (at < others.size() && !Likeness.areAlike(sound, Latin.sound(others.get(at)))) {
        at++;
      }
      if (at++ == others.size()) {
        return false;
      }
    }
    return true;
  }

  /** Whether all of a title without subtitle is the other's title and some of its subtitle. */
  private static boolean startsWith(TitleForm bare, TitleForm full) {
    List<String> all = full.all();
    List<String> words = bare.all();
    boolean isPrefix =
        words.size() > full.main().size()
            && words.size() <= all.size()
            && all.subList(0, words.size()).equals(words);
    boolean isOr =
        full.rest().isEmpty()
            && words.size() > full.main().size() + 1
            && words.subList(0, full.main().size()).equals(full.main())
            && words.get(full.main().size()).equals("or");
    return bare.rest().isEmpty() && (isPrefix || isOr);
  }

  /** What two lists of authors say. */
  static Author author(List<String> said, List<String> row) {
    List<PersonName> ones = PersonName.writers(said);
    List<PersonName> others = PersonName.writers(row);
    if (ones.isEmpty() || others.isEmpty()) {
      return Author.UNKNOWN;
    }
    return ones.stream().anyMatch(a -> others.stream().anyMatch(a::agrees))
        ? Author.AGREES
        : Author.DIFFERS;
  }

  /** Whether title and author are the work's; a title that many books have needs more. */
  public boolean isTitleAndAuthor() {
    return title >= SAME_TITLE && author == Author.AGREES && (!isGeneric || isConfirmed);
  }

  /** Whether the title alone is the work's, where no author is known. */
  public boolean isLongTitle() {
    return title == 1 && author == Author.UNKNOWN && isLong;
  }
}
