package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** Reads lists of a file a line; rows count lines from 0. */
final class ListReader implements RowReader {
  /** Longer than any path may be. */
  private static final int LONGEST_LINE = 1 << 13;

  private final ByteLines lines;
  private final String source;
  private final Function<String, ListLine> reading;

  ListReader(InputStream bytes, String source, Function<String, ListLine> reading) {
    lines = new ByteLines(bytes, LONGEST_LINE);
    this.source = source;
    this.reading = reading;
  }

  @Override
  public RowOutcome next() throws IOException {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    return line == null ? null : read(line, new RowPlace(source, null, lines.number()));
  }

  private RowOutcome read(String line, RowPlace place) {
    if (lines.isTooLong() || line.indexOf('\0') >= 0) {
      return new RowOutcome.Rejected(
          place, "This line (at byte " + lines.offset() + ") is too long for a path, or no text.");
    }
    ListLine said = reading.apply(line);
    if (said.path() == null) {
      return new RowOutcome.Rejected(place, said.reason());
    }
    PathName name = PathName.of(said.path());
    RowBuilder book = new RowBuilder(place).key("list:" + source, name.path());
    name.file(book.file).size(said.size());
    if (said.kind() != null) {
      // what was measured is surer than what the name says, and stands instead of it
      book.file.measured(said.kind(), said.digest());
    }
    book.numbers.addHidden(name.path());
    if (said.note() != null) {
      book.note(said.note());
    }
    return book.names(name.names()).note("other-reading", name.otherReading()).outcome();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
