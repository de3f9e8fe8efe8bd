package dev.bookplate.traces;

import dev.bookplate.origin.Utf8Text;
import java.util.List;

/**
 * What of a document can bear traces.
 *
 * @param text of the document
 * @param path of its file in the corpus, with members of archives behind it, and {@code /} between
 *     its parts; or null
 * @param metadata what the document, its record or its file says of itself
 * @param members names of the parts of a file that is an archive of its own, such as an EPUB
 */
public record TraceSource(Utf8Text text, String path, List<Said> metadata, List<String> members) {

  /** A document of which nothing but text and path is known. */
  public static TraceSource of(Utf8Text text, String path) {
    return new TraceSource(text, path, List.of(), List.of());
  }

  /**
   * A named statement.
   *
   * @param name such as {@code identifier}, {@code contributor}, {@code generator}, {@code url}
   * @param value as given
   */
  public record Said(String name, String value) {}
}
