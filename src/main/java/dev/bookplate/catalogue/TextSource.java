package dev.bookplate.catalogue;

import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.ExtractionException;
import java.io.IOException;
import java.nio.file.Path;

/** Gets the text out of one file. */
@FunctionalInterface
public interface TextSource {
  /**
   * The text of a file and what the file says of itself.
   *
   * @throws ExtractionException if the file gives no text
   * @throws IOException if the file cannot be read
   */
  Extracted extract(Path file) throws ExtractionException, IOException;
}
