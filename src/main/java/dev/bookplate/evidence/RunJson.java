package dev.bookplate.evidence;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.bookplate.origin.Utf8Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one way in which a run's JSON is written and read: keys in the order of the records'
 * components, nulls written, doubles as plain decimals with at least one digit after the point,
 * U+2028 and U+2029 escaped (a line is a line for every reader), lone surrogates as U+FFFD.
 */
public final class RunJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .characterEscapes(JsonpCharacterEscapes.instance())
                  // a user may ask for quotes of any length
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new PlainDecimal())
                  .addSerializer(double.class, new PlainDecimal()))
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // fields may be added to what a run of this version holds
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private RunJson() {}

  /** One line of JSON, without the end of the line. */
  public static String line(Object value) {
    try {
      return wellFormed(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
    }
  }

  /** The same into a file, end of the line and all, without holding it in memory. */
  static void writeLine(Object value, Path file) throws IOException {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), encoder))) {
      try (JsonGenerator json = MAPPER.createGenerator(out)) {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        MAPPER.writeValue(json, value);
      }
      out.write('\n');
    }
  }

  /** JSON for people, over several lines, with a line end at the end. */
  public static String pretty(Object value) {
    try {
      return wellFormed(PRETTY.writeValueAsString(value)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
    }
  }

  /**
   * Reads what {@link #line} or {@link #pretty} wrote.
   *
   * @throws IOException if it is not JSON, or not of that type
   */
  public static <T> T read(String json, Class<T> type) throws IOException {
    T value = MAPPER.readValue(json, type);
    if (value == null) {
      throw new IOException("null where a " + type.getSimpleName() + " was expected");
    }
    return value;
  }

  /**
   * Reads what {@link #writeLine} wrote.
   *
   * @throws IOException if it is not JSON, or not of that type
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      T value = MAPPER.readValue(in, type);
      if (value == null) {
        throw new IOException("null where a " + type.getSimpleName() + " was expected");
      }
      return value;
    }
  }

  /** A value as a tree, such as {@link Manifest#configuration()}. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  private static String wellFormed(String json) {
    return Utf8Text.of(json).toString();
  }

  /** Never with an exponent, never without a point: {@code 0.9978}, {@code 1.0}, {@code 0.0}. */
  public static String plain(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
  }

  private static final class PlainDecimal extends StdSerializer<Double> {
    private static final long serialVersionUID = 1;

    PlainDecimal() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(plain(value));
    }
  }
}
