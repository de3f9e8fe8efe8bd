package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.util.List;

/** Rows of a file of fields between tabs, where quotes mean nothing; they count lines from 0. */
final class TabReader implements RowReader {
  /** What the fields of a line say. */
  interface Reading {
    /** Null for a line that is a header. */
    RowOutcome read(List<String> fields, RowPlace place);
  }

  private final ByteLines lines;
  private final String source;
  private final Reading reading;

  TabReader(ByteLines lines, String source, Reading reading) {
    this.lines = lines;
    this.source = source;
    this.reading = reading;
  }

  @Override
  public RowOutcome next() throws IOException {
    while (true) {
      String line = lines.next();
      if (line == null) {
        return null;
      }
      if (!line.isBlank()) {
        RowPlace place = new RowPlace(source, null, lines.number());
        RowOutcome outcome =
            lines.isTooLong()
                ? new RowOutcome.Rejected(
                    place, "This line (at byte " + lines.offset() + ") is longer than a record is.")
                : reading.read(List.of(line.split("\t", -1)), place);
        if (outcome != null) {
          return outcome;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
