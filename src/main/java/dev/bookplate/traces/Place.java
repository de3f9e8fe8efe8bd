package dev.bookplate.traces;

import java.io.Serializable;
import java.util.Locale;

/**
 * Where in a {@link TraceSource} a trace stands.
 *
 * @param part of the source
 * @param field name of the metadata, number of the member from 0, or null
 */
public record Place(Part part, String field) implements Serializable {
  /** In the first {@link Windows#LENGTH} code points of the text. */
  static final Place FRONT = new Place(Part.FRONT, null);

  /** Between front and back. */
  static final Place BODY = new Place(Part.BODY, null);

  /** In the last {@link Windows#LENGTH} code points of a text that is longer. */
  static final Place BACK = new Place(Part.BACK, null);

  /** In the path. */
  static final Place PATH = new Place(Part.PATH, null);

  /** What a source has. */
  public enum Part {
    /** The start of the text, where title and copyright pages stand. */
    FRONT,
    /** The text between. */
    BODY,
    /** The end of the text, where colophons and advertisements stand. */
    BACK,
    /** The path of the file. */
    PATH,
    /** What the document says of itself. */
    METADATA,
    /** The names of the parts of a file. */
    MEMBERS;

    /** The name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether spans count in the document's text. */
    public boolean isText() {
      return this == FRONT || this == BODY || this == BACK;
    }
  }
}
