package dev.bookplate.catalogue.rows;

import java.io.IOException;

/** Rows of a file of ISO 2709 records, counted from 0. */
final class MarcBinaryReader implements RowReader {
  private final MarcFrames frames;
  private final MarcParser parser = new MarcParser();
  private final String source;
  private long row;

  MarcBinaryReader(MarcFrames frames, String source) {
    this.frames = frames;
    this.source = source;
  }

  @Override
  public RowOutcome next() throws IOException {
    byte[] record = frames.next();
    if (record == null) {
      return null;
    }
    RowPlace place = new RowPlace(source, null, row++);
    if (!frames.isWhole()) {
      return new RowOutcome.Rejected(
          place,
          "This record (at byte "
              + frames.offset()
              + ") is damaged: "
              + String.join(", ", frames.defects())
              + ".");
    }
    MarcRecord read = parser.parse(record, frames.defects());
    if (read.fields().isEmpty()) {
      return new RowOutcome.Rejected(
          place,
          "This record (at byte "
              + frames.offset()
              + ") has no fields"
              + (read.defects().isEmpty() ? "." : ": " + String.join(", ", read.defects()) + "."));
    }
    return MarcRow.of(read, place);
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
