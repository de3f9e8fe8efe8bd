package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Calibre libraries by their metadata.db: a row for each file of a book, and one for a book without
 * a file. The database is read as it stands, without SQLite, and never locked or written.
 */
public final class Calibre implements RowFormat {
  @Override
  public String label() {
    return "calibre";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.startsWith("SQLite format 3\0");
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    Path folder =
        bytes instanceof Source.OfFile file ? file.file().toAbsolutePath().getParent() : null;
    return new CalibreReader(bytes, name, folder);
  }
}
