package dev.bookplate.books;

import dev.bookplate.catalogue.TitleWords;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.index.WordQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that records are searched by, and how they are asked for. */
final class BookWords {
  static final String TITLE = "title";
  static final String AUTHOR = "author";
  static final String SERIES = "series";
  static final String PUBLISHER = "publisher";
  static final String YEAR = "year";
  static final String FILE = "file";

  /** Letters of an initial, which many authors have. */
  private static final int INITIAL = 1;

  private static final Map<String, Float> OF_TITLE = Map.of(TITLE, 2f, SERIES, 0.7f, FILE, 0.5f);
  private static final Map<String, Float> OF_AUTHOR = Map.of(AUTHOR, 1.5f, FILE, 0.3f);

  private static final Map<String, Float> ANYWHERE =
      Map.of(TITLE, 2f, AUTHOR, 1.5f, SERIES, 0.7f, PUBLISHER, 0.5f, YEAR, 0.5f, FILE, 0.5f);
  private static final int SHORT = 3;
  private static final int LONG = 8;

  private BookWords() {}

  /** Records that have two thirds of the words that are asked for, but for typing errors. */
  static WordQuery of(BookQuery query) {
    List<WordQuery.Word> words = new ArrayList<>();
    add(words, query.any(), ANYWHERE);
    add(words, query.title(), OF_TITLE);
    add(words, query.author(), OF_AUTHOR);
    add(words, query.publisher(), Map.of(PUBLISHER, 1f));
    return new WordQuery(words, words.size() - words.size() / 3);
  }

  private static void add(List<WordQuery.Word> words, String text, Map<String, Float> fields) {
    for (String word : text == null ? List.<String>of() : each(text)) {
      words.add(new WordQuery.Word(word, fields, edits(word)));
    }
  }

  /** A short word, or a number, with another letter is another. */
  private static int edits(String word) {
    int length = word.codePointCount(0, word.length());
    boolean isExact = length < SHORT || word.chars().anyMatch(Character::isDigit);
    return isExact ? 0 : length < LONG ? 1 : 2;
  }

  /** Of a row, by field. */
  static Map<String, String> of(BookRow row) {
    Map<String, String> words = new LinkedHashMap<>();
    BookNames names = row.names();
    put(words, TITLE, names.title(), names.subtitle());
    put(words, AUTHOR, String.join(" ", names.authors()), null);
    put(words, SERIES, names.series(), null);
    put(words, PUBLISHER, names.publisher(), null);
    put(words, YEAR, names.year() == null ? null : names.year().toString(), null);
    put(words, FILE, row.file().name(), null);
    return words;
  }

  private static void put(Map<String, String> words, String field, String one, String other) {
    String all = other == null ? one : one + " " + other;
    String folded = all == null ? "" : TitleWords.of(all);
    if (!folded.isEmpty()) {
      words.put(field, folded);
    }
  }

  /**
   * Records whose title or file name has at least half of a title's words, and a word of the
   * authors, where any are named: that is what makes a search among millions of titles quick.
   */
  static WordQuery candidates(String title, List<String> authors) {
    List<WordQuery.Word> words = new ArrayList<>();
    for (String word : each(title)) {
      words.add(new WordQuery.Word(word, OF_TITLE, 0));
    }
    List<WordQuery.Word> names = new ArrayList<>();
    for (String author : authors) {
      List<String> all = each(author);
      boolean hasLong = all.stream().anyMatch(word -> word.length() > INITIAL);
      for (String word : all) {
        if (word.length() > INITIAL || !hasLong) {
          names.add(new WordQuery.Word(word, OF_AUTHOR, 0));
        }
      }
    }
    return new WordQuery(words, (words.size() + 1) / 2, names);
  }

  static List<String> each(String text) {
    String folded = TitleWords.of(text);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
  }
}
