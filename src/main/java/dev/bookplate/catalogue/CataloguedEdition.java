package dev.bookplate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;

/**
 * An edition and its work, as a catalogue stores them.
 *
 * @param work the work
 * @param edition one file of it
 */
public record CataloguedEdition(Work work, Edition edition) implements Serializable {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  /** As JSON in UTF-8. */
  public byte[] toBytes() {
    try {
      return MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a work is plain data and can always be written", e);
    }
  }

  /**
   * From what {@link #toBytes} made.
   *
   * @throws IOException if it is anything else
   */
  public static CataloguedEdition fromBytes(byte[] bytes) throws IOException {
    return MAPPER.readValue(bytes, CataloguedEdition.class);
  }
}
