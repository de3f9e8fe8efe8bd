package dev.bookplate.corpus;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Records of what models wrote, as trees of a bounded size. */
final class OutputJson {
  /** Names, values and brackets; with log-probabilities an answer has some hundred thousand. */
  private static final long MOST_TOKENS = 2_000_000;

  private static final ObjectReader READER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .build())
          .build()
          .readerFor(JsonNode.class);

  private OutputJson() {}

  /** For values one after the other. */
  static ObjectReader reader() {
    return READER;
  }

  static JsonNode read(byte[] bytes, int from, int to) throws IOException {
    return READER.readValue(bytes, from, to - from);
  }
}
