package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;

/**
 * Any list of paths or addresses, one a line: what Books3 was made from, listings of tars and
 * folders, a torrent's files. Least sure of all formats: to be asked last.
 */
public final class PathList implements RowFormat {
  @Override
  public String label() {
    return "paths";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.indexOf('\0') < 0 && ListLines.share(head, PathLines::looksLikeBook) >= 60;
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new ListReader(bytes.open(), name, new PathLines()::read);
  }
}
