package dev.bookplate.extract;

import dev.bookplate.origin.Places;
import java.io.Serializable;
import java.util.List;

/**
 * The text of one file and what the file says of itself.
 *
 * @param text never blank: a file without text is an {@link ExtractionException}
 * @param extractor name and version of what read it, such as {@code tika-3.3.1 epub}
 * @param format short name of the format, such as {@code epub}, {@code txt}, {@code pdf}
 * @param metadata what the file says of itself; nothing of it is checked
 * @param places the parts of the text that the format names, such as pages
 * @param gaps parts that could not be read while the others were, each a sentence for the user that
 *     names it
 */
public record Extracted(
    String text,
    String extractor,
    String format,
    Metadata metadata,
    Places places,
    List<String> gaps) {
  private static final List<String> PLAIN = List.of("txt", "html");

  /** All of a text whose format names no parts. */
  public Extracted(String text, String extractor, String format, Metadata metadata) {
    this(text, extractor, format, metadata, Places.NONE, List.of());
  }

  /**
   * What the file's name promises and its bytes are not, as a sentence: a server's page under the
   * name of an EPUB. Null where it is a book or office file, or nobody promised one.
   *
   * @param fileName of the file, without the ending of a packing
   */
  public String unlike(String fileName) {
    FileKind promised = FileKind.ofName(fileName);
    if (promised == null || PLAIN.contains(promised.label()) || !PLAIN.contains(format)) {
      return null;
    }
    FileKind is = format.equals("html") ? FileKind.HTML : FileKind.TXT;
    return "it is named like " + promised.people() + " and is " + is.people();
  }

  /**
   * What a file says of itself. Lists are empty and strings null where it says nothing.
   *
   * @param title as given
   * @param authors in the file's order
   * @param identifiers such as ISBNs and UUIDs, as given, with any scheme prefix kept
   * @param language BCP 47 tag as given
   * @param publisher as given
   * @param date as given
   * @param rights the file's rights statement, as given
   * @param stamps what those left who had it in hands
   */
  public record Metadata(
      String title,
      List<String> authors,
      List<String> identifiers,
      String language,
      String publisher,
      String date,
      String rights,
      Stamps stamps)
      implements Serializable {
    /** Says nothing. */
    public static final Metadata NONE =
        new Metadata(null, List.of(), List.of(), null, null, null, null);

    /** Of a file without stamps. */
    public Metadata(
        String title,
        List<String> authors,
        List<String> identifiers,
        String language,
        String publisher,
        String date,
        String rights) {
      this(title, authors, identifiers, language, publisher, date, rights, Stamps.NONE);
    }
  }
}
