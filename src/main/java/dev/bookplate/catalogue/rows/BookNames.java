package dev.bookplate.catalogue.rows;

import java.io.Serializable;
import java.util.List;

/**
 * What a row calls a book, as written there but for blanks around it. Strings are null and lists
 * empty where it says nothing; the title alone is kept when it is empty.
 *
 * @param title without its subtitle where the format keeps them apart
 * @param subtitle or null
 * @param authors in order, as written: {@code Defoe, Daniel} and {@code Daniel Defoe} alike
 * @param series with its number, or null
 * @param publisher and imprint, or null
 * @param year of publication, or null
 * @param language as the row says it, or null
 */
public record BookNames(
    String title,
    String subtitle,
    List<String> authors,
    String series,
    String publisher,
    Integer year,
    String language)
    implements Serializable {
  /** Nothing is said. */
  public static final BookNames NONE = new BookNames(null, null, List.of(), null, null, null, null);
}
