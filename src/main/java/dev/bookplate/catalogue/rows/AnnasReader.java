package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/** Reads the records of a container; rows count lines from 0. */
final class AnnasReader implements RowReader {
  private static final int LONGEST_LINE = 1 << 25;

  private final ByteLines lines;
  private final String source;

  /** A record with several files is several rows of one place and key. */
  private final Queue<RowOutcome> ready = new ArrayDeque<>();

  AnnasReader(InputStream bytes, String source) {
    lines = new ByteLines(bytes, LONGEST_LINE);
    this.source = source;
  }

  @Override
  public RowOutcome next() throws IOException {
    while (ready.isEmpty()) {
      String line = lines.next();
      if (line == null) {
        return null;
      }
      if (!line.isBlank()) {
        read(line, new RowPlace(source, null, lines.number()));
      }
    }
    return ready.remove();
  }

  private void read(String line, RowPlace place) {
    if (lines.isTooLong()) {
      reject(place, "This line is longer than 32 MiB.");
      return;
    }
    try {
      record(JsonFields.parse(line), place);
    } catch (JsonProcessingException e) {
      String where = " (at byte " + lines.offset() + ")";
      reject(
          place,
          lines.hasEnd()
              ? "This line" + where + " is no JSON."
              : "The last line" + where + " is cut off: nothing could be read from there on.");
    }
  }

  private void record(JsonFields line, RowPlace place) {
    Aacid id = Aacid.parse(line.text("aacid"));
    if (id == null) {
      reject(place, "This record has no aacid of the form aacid__COLLECTION__TIME__ID__UUID.");
      return;
    }
    JsonFields metadata = line.at("metadata");
    if (metadata.node().isTextual()) {
      metadata = parsed(metadata.node().textValue());
    }
    if (metadata == null || !metadata.node().isObject()) {
      reject(place, "The metadata of this record of " + id.collection() + " are no JSON object.");
      return;
    }
    ready.addAll(AnnasRecords.read(place, id, metadata));
  }

  private static JsonFields parsed(String json) {
    try {
      return JsonFields.parse(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private void reject(RowPlace place, String reason) {
    ready.add(new RowOutcome.Rejected(place, reason));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
