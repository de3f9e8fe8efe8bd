package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.origin.Utf8Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walker against Jackson, on JSON that is right and on JSON with one byte changed. */
class JsonRecordTest {
  private static final JsonMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final List<String> PATHS = List.of("text", "a.b", "a", "");

  private final JsonRecord record = new JsonRecord(FieldTree.of(PATHS), PATHS.size());

  @Property(tries = 2000, seed = "11")
  void readsWhatJacksonReads(@ForAll("objects") Map<String, Object> object) throws Exception {
    for (JsonMapper writer : List.of(JACKSON, ESCAPING)) {
      byte[] json = writer.writeValueAsBytes(object);
      assertTrue(record.walk(json, 0, json.length), record.problem());
      assertSame(json, JACKSON.readTree(json));
      byte[] pretty = writer.writerWithDefaultPrettyPrinter().writeValueAsBytes(object);
      assertTrue(record.walk(pretty, 0, pretty.length), record.problem());
      assertSame(pretty, JACKSON.readTree(pretty));
    }
  }

  @Property(tries = 4000, seed = "12")
  void refusesWhatJacksonRefuses(
      @ForAll("objects") Map<String, Object> object,
      @ForAll @IntRange(max = 100_000) int at,
      @ForAll("bytes") byte replacement,
      @ForAll @IntRange(max = 2) int change)
      throws Exception {
    byte[] json = ESCAPING.writeValueAsBytes(object);
    byte[] changed = change(json, at % json.length, replacement, change);
    JsonNode expected = parsed(changed);
    boolean valid = record.walk(changed, 0, changed.length);
    assertEquals(expected != null, valid, () -> text(changed) + ": " + record.problem());
    if (valid) {
      assertSame(changed, expected);
    }
  }

  private static byte[] change(byte[] json, int at, byte replacement, int change) {
    StringBuilder text = new StringBuilder(text(json));
    switch (change) {
      case 0 -> text.setCharAt(at, (char) (replacement & 0xFF));
      case 1 -> text.insert(at, (char) (replacement & 0xFF));
      default -> text.setLength(at);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.ISO_8859_1);
  }

  private static JsonNode parsed(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      JsonNode node = JACKSON.readTree(text);
      return node.isObject() ? node : null;
    } catch (CharacterCodingException | JsonProcessingException e) {
      return null;
    }
  }

  private void assertSame(byte[] json, JsonNode expected) {
    assertField(json, 0, expected.get("text"));
    JsonNode a = expected.get("a");
    assertField(json, 1, a == null || !a.isObject() ? null : a.get("b"));
    assertField(json, 2, a);
    assertField(json, 3, expected.get(""));
  }

  private void assertField(byte[] json, int slot, JsonNode expected) {
    JsonRecord.Kind kind = record.kind(slot);
    if (expected == null) {
      assertNull(kind);
      return;
    }
    JsonRecord.Kind wanted =
        switch (expected.getNodeType()) {
          case STRING -> JsonRecord.Kind.STRING;
          case NUMBER -> JsonRecord.Kind.NUMBER;
          case BOOLEAN -> JsonRecord.Kind.BOOLEAN;
          case NULL -> JsonRecord.Kind.NULL;
          case ARRAY -> JsonRecord.Kind.LIST;
          default -> JsonRecord.Kind.OBJECT;
        };
    assertEquals(wanted, kind);
    if (kind == JsonRecord.Kind.STRING) {
      assertEquals(Utf8Text.of(expected.textValue()).toString(), string(json, slot));
    }
  }

  private String string(byte[] json, int slot) {
    int start = record.start(slot);
    int end = record.end(slot);
    if (!record.escaped(slot)) {
      return new String(json, start, end - start, StandardCharsets.UTF_8);
    }
    JsonStrings strings = new JsonStrings();
    int length = strings.unescape(json, start, end);
    return new String(strings.bytes(), 0, length, StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Byte> bytes() {
    return Arbitraries.of("\"\\{}[]:,0123456789.eE+-tfn\n\t /u\u0000\u001f\u00c3\u00ff".split(""))
        .map(s -> (byte) s.charAt(0));
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<String> names =
        Arbitraries.oneOf(Arbitraries.of("text", "a", "b", "", "id", "t\u00e9xt"), strings());
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            strings().map(s -> s),
            Arbitraries.doubles().map(d -> d),
            Arbitraries.longs().map(n -> n),
            Arbitraries.of(true, false),
            Arbitraries.just("").map(s -> List.of()));
    Arbitrary<Object> values =
        Arbitraries.lazyOf(
            () -> scalars.injectNull(0.1),
            () -> scalars,
            () -> scalars.list().ofMaxSize(3).map(l -> l),
            () -> Arbitraries.maps(names, scalars).ofMaxSize(3).map(m -> m));
    return Combinators.combine(
            Arbitraries.maps(names, values).ofMaxSize(5), values, Arbitraries.of("text", "a", "z"))
        .as(
            (map, value, name) -> {
              map.put(name, value);
              return map;
            });
  }

  private static Arbitrary<String> strings() {
    return Arbitraries.strings()
        .withChars("ab \"\\/\b\f\n\r\t\u0000\u001f\u007f\u00e9\u00a0\u0436\u2019\u2028\u65e5")
        .withChars("abcdefghijklmnopqrstuvwxyz \u0430\u0431\u0432\u0433")
        .withChars('\ud83d', '\ude00') // surrogates in any order, halves included
        .ofMaxLength(40)
        .map(s -> new Utf8Pairs(s).text());
  }

  /** Jackson's writer refuses half a surrogate pair, so only whole ones are kept. */
  private record Utf8Pairs(String raw) {
    String text() {
      return Utf8Text.of(raw).toString();
    }
  }

  @Test
  void halfAPairBecomesTheReplacementCharacter() {
    assertEquals("\ufffd", textOf("{\"text\":\"\\ud83d\"}"));
    assertEquals("\ufffdx", textOf("{\"text\":\"\\ude00x\"}"));
    assertEquals("\ufffd\ufffd", textOf("{\"text\":\"\\ud83d\\ud83d\"}"));
    assertEquals("\ufffdA", textOf("{\"text\":\"\\ud83d\\u0041\"}"));
    assertEquals("\ud83d\ude00", textOf("{\"text\":\"\\ud83d\\ude00\"}"));
    assertEquals("\ud83d\ude00", textOf("{\"text\":\"\\uD83D\\uDE00\"}"));
  }

  @Test
  void theLastOfANameCounts() {
    assertEquals("two", textOf("{\"text\":\"one\",\"text\":\"two\"}"));
    byte[] json = "{\"a\":{\"b\":\"x\"},\"a\":{\"c\":1}}".getBytes(StandardCharsets.UTF_8);
    assertTrue(record.walk(json, 0, json.length));
    assertNull(record.kind(1), "a.b stood in an object that no longer counts");
  }

  @Test
  void aNameMayBeWrittenWithEscapes() {
    assertEquals("x", textOf("{\"te\\u0078t\":\"x\"}"));
  }

  private String textOf(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertTrue(record.walk(bytes, 0, bytes.length), record.problem());
    return string(bytes, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 510, 511})
  void nestingIsFollowedToALimit(int lists) {
    byte[] json = nested(lists);
    assertTrue(record.walk(json, 0, json.length), record.problem());
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 513, 1_000_000})
  void nestingBeyondTheLimitIsRefused(int lists) {
    byte[] json = nested(lists);
    assertFalse(record.walk(json, 0, json.length));
    assertEquals("it is nested deeper than 512 levels", record.problem());
  }

  private static byte[] nested(int lists) {
    String json = "{\"x\":" + "[".repeat(lists) + "1" + "]".repeat(lists) + "}";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 5000, seed = "13")
  void utf8IsCheckedAsTheJdkDoes(@ForAll("utf8") byte[] bytes) {
    boolean valid;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      valid = true;
    } catch (CharacterCodingException e) {
      valid = false;
    }
    assertEquals(valid, Utf8.firstInvalid(bytes, 0, bytes.length) < 0);
  }

  @Provide
  Arbitrary<byte[]> utf8() {
    Arbitrary<String> good =
        Arbitraries.strings()
            .withChars("a \u0080\u07ff\u0800\u0430\u0431\u0432\uffff\ud7ff\ue000")
            .ofMaxLength(20);
    return Combinators.combine(
            good,
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0xa0, 0x41))
        .as(
            (text, at, b) -> {
              byte[] bytes = (text + "\ud83d\ude00").getBytes(StandardCharsets.UTF_8);
              bytes[at % bytes.length] = b.byteValue();
              return bytes;
            });
  }
}
