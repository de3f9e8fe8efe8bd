package dev.bookplate.catalogue;

import dev.bookplate.extract.Extracted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is wrong with a file that should be a book.
 *
 * @param isNoBook whether it is a server's page, or the like, under the name of a book
 * @param sentences each begins with the name of a condition, then says how that shows
 */
public record BookCondition(boolean isNoBook, List<String> sentences) {
  /** Words of a text that are too few for a book. */
  private static final int SHORT = 500;

  /** Characters at the start of a text that hold the title page. */
  private static final int TITLE_PAGE = 12_000;

  /** Characters that hold nothing but the title page. */
  private static final int FIRST_LINES = 600;

  /**
   * The condition of a file.
   *
   * @param source its path on the shelf
   * @param title that the list gives to it, or null
   * @param titles that the list gives to any file
   */
  static BookCondition of(
      String source, Extracted extracted, String title, Collection<String> titles) {
    List<String> sentences = new ArrayList<>();
    extracted.gaps().forEach(gap -> sentences.add("incomplete: " + gap));
    String unlike = extracted.unlike(source.substring(source.lastIndexOf('/') + 1));
    if (unlike != null) {
      sentences.add("wrong-content: " + unlike);
    }
    boolean isShort = countedTo(extracted.text()) < SHORT;
    // a text that nobody calls a book may be a licence, or a note
    if (isShort && (title != null || !extracted.format().equals("txt"))) {
      sentences.add("short: it has less than " + SHORT + " words");
    }
    String other = title == null ? null : otherTitle(extracted, title, titles);
    if (other != null) {
      sentences.add("mistitled: the list calls it '" + title + "', and it calls itself '" + other);
    }
    return new BookCondition(unlike != null && isShort, List.copyOf(sentences));
  }

  /** The title of another work, where the file gives that and not its own. */
  private static String otherTitle(Extracted extracted, String title, Collection<String> titles) {
    String text = extracted.text();
    String own = TitleWords.main(title);
    String page = TitleWords.of(text.substring(0, Math.min(TITLE_PAGE, text.length())));
    String said = extracted.metadata().title();
    if (TitleWords.stands(own, page) || said != null && TitleWords.agree(title, said)) {
      return null;
    }
    if (said != null && TitleWords.tells(TitleWords.main(said))) {
      return said + "' in its metadata";
    }
    String first = TitleWords.of(text.substring(0, Math.min(FIRST_LINES, text.length())));
    for (String each : titles) {
      String words = TitleWords.main(each);
      if (TitleWords.tells(words) && !words.equals(own) && TitleWords.stands(words, first)) {
        return each + "' on its first page";
      }
    }
    return null;
  }

  /** Words between blanks, counted no further than a short text has them. */
  private static int countedTo(String text) {
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length() && count < SHORT; i++) {
      boolean letter = !Character.isWhitespace(text.charAt(i));
      count += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return count;
  }
}
