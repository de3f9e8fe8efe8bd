package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON values of a source one after the other: one, many in a row (a line each or not), or the
 * elements of one array.
 */
final class JsonValues implements Closeable {
  private static final long MOST_BYTES = 1L << 25;
  private static final int DEEPEST = 200;

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxStringLength((int) MOST_BYTES)
                      .build())
              .build());

  private final RecordBytes bytes;
  private JsonParser parser;
  private boolean isBegun;

  JsonValues(InputStream in) {
    bytes = new RecordBytes(in, MOST_BYTES);
  }

  /**
   * The next value, or null after the last.
   *
   * @throws JsonProcessingException if this is no JSON from here on
   */
  JsonNode next() throws IOException {
    if (parser == null) {
      parser = MAPPER.createParser(bytes);
    }
    bytes.begin();
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY && !isBegun) {
      isBegun = true;
      token = parser.nextToken();
    }
    isBegun = true;
    while (token == JsonToken.END_ARRAY) {
      token = parser.nextToken();
    }
    return token == null ? null : parser.readValueAsTree();
  }

  /** Why and where a source is no JSON, as a sentence. */
  String problem(IOException e) {
    if (e instanceof JsonProcessingException broken) {
      long at = broken.getLocation() == null ? -1 : broken.getLocation().getByteOffset();
      String where = at < 0 ? "" : " at byte " + at;
      return "This JSON is broken"
          + where
          + ": "
          + broken.getOriginalMessage().replaceAll("\\s+", " ").strip()
          + "; nothing could be read from there on.";
    }
    return "This JSON cannot be read on: " + e.getMessage() + ".";
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
