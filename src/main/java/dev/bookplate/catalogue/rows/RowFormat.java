package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;

/** A format in which catalogues are kept. */
public interface RowFormat {
  /** Its name for {@code --format}: lower case, words joined by hyphens. */
  String label();

  /**
   * Whether a source is of this format.
   *
   * @param head its first unpacked bytes, up to 8 KiB, one char a byte (ISO 8859-1)
   * @param name its file name in lower case, without the ending of a packing
   */
  boolean recognises(String head, String name);

  /**
   * A reader for a source.
   *
   * @param bytes unpacked
   * @param name as rows are to name it in their places
   */
  RowReader open(Source bytes, String name) throws IOException;
}
