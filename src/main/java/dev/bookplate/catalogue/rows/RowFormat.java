package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.Optional;

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
   * The same format with columns that a user named, or empty if it has no columns to be named.
   *
   * @param choice not empty
   */
  default Optional<RowFormat> with(ColumnChoice choice) {
    return Optional.empty();
  }

  /**
   * A reader for a source.
   *
   * @param bytes unpacked
   * @param name as rows are to name it in their places
   */
  RowReader open(Source bytes, String name) throws IOException;
}
