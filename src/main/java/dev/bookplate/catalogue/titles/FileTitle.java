package dev.bookplate.catalogue.titles;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.PathName;
import java.util.ArrayList;
import java.util.List;

/**
 * What the path of a file says of the book in it. Folders may be named after authors, and author
 * and title may stand behind each other without a sign: an author is then only taken for one if the
 * catalogue has him for that title.
 *
 * @param readings of the file's name, the likeliest first
 * @param runs readings of a name without a sign, by where it may be parted
 * @param folders that the file is in, the nearest first
 */
public record FileTitle(List<BookNames> readings, List<BookNames> runs, List<String> folders) {
  private static final int MOST_FOLDERS = 2;
  private static final int MOST_NAMES = 4;

  /** Of a path with {@code /} between its parts. */
  public static FileTitle of(String path) {
    List<BookNames> readings = PathName.of(path).readings();
    boolean isRun =
        !readings.isEmpty() && readings.stream().allMatch(names -> names.authors().isEmpty());
    String[] parts = path.split("/", -1);
    List<String> folders = new ArrayList<>();
    for (int i = parts.length - 2; i >= 0 && folders.size() < MOST_FOLDERS; i--) {
      folders.add(parts[i].replace('_', ' '));
    }
    return new FileTitle(readings, isRun ? runs(readings.getFirst()) : List.of(), folders);
  }

  private static List<BookNames> runs(BookNames names) {
    String[] words = names.title().split(" ", -1);
    List<BookNames> runs = new ArrayList<>();
    for (int n = 1; n <= MOST_NAMES && n < words.length; n++) {
      runs.add(parted(words, n, words.length, 0, n, names));
      runs.add(parted(words, 0, words.length - n, words.length - n, words.length, names));
    }
    return runs;
  }

  private static BookNames parted(
      String[] words, int titleFrom, int titleTo, int nameFrom, int nameTo, BookNames names) {
    List<String> all = List.of(words);
    String title = String.join(" ", all.subList(titleFrom, titleTo));
    String author = String.join(" ", all.subList(nameFrom, nameTo));
    String bare = title.replaceFirst("(?i) by$", "");
    return new BookNames(bare, null, List.of(author), null, null, names.year(), null);
  }

  /**
   * Whether an author may be known beside the title: without one, a title that is nearly a book's
   * tells nothing.
   */
  public boolean mayNameAuthor(BookNames reading) {
    return !reading.authors().isEmpty()
        || folders.stream().anyMatch(f -> f.chars().anyMatch(Character::isLetter));
  }

  /** How well a reading fits a book of a catalogue. */
  public NameScore score(BookNames reading, BookNames row) {
    NameScore score = NameScore.of(reading, row);
    boolean isByFolder =
        score.author() == NameScore.Author.UNKNOWN
            && NameScore.author(folders, row.authors()) == NameScore.Author.AGREES;
    return isByFolder ? NameScore.of(reading, row, NameScore.Author.AGREES) : score;
  }
}
