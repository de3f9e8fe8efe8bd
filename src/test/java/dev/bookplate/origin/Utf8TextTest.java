package dev.bookplate.origin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8TextTest {
  private static final String CLEF = "\uD834\uDD1E";

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "é", "\u20AC", CLEF, "a" + CLEF + "b", CLEF + CLEF, "\0"})
  void textComesBackAsItWas(String text) {
    assertEquals(text, Utf8Text.of(text).toString());
  }

  @Test
  void aLoneSurrogateBecomesTheReplacementCharacter() {
    assertEquals("a\uFFFDb", Utf8Text.of("a\uD834b").toString());
    assertEquals("a\uFFFDb", Utf8Text.of("a\uDD1Eb").toString());
    assertEquals("\uFFFD", Utf8Text.of("\uD834").toString());
    // the wrong way round: two lone ones
    assertEquals("\uFFFD\uFFFD", Utf8Text.of("\uDD1E\uD834").toString());
    assertEquals("\uFFFD" + CLEF, Utf8Text.of("\uD834" + CLEF).toString());
    assertEquals(CLEF + "\uFFFD", Utf8Text.of(CLEF + "\uDD1E").toString());
  }

  /** Any UTF-16 units, surrogates often, in pairs and alone. */
  @Provide
  Arbitrary<String> units() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.chars().range('a', 'e')),
            Tuple.of(2, Arbitraries.chars().range('\u0080', '\u9FFF')),
            Tuple.of(2, Arbitraries.chars().range('\uD800', '\uDBFF')),
            Tuple.of(2, Arbitraries.chars().range('\uDC00', '\uDFFF')))
        .list()
        .ofMaxSize(30)
        .map(
            chars -> {
              StringBuilder text = new StringBuilder();
              chars.forEach(text::append);
              return text.toString();
            });
  }

  @Property(seed = "2")
  void everyCodePointOfAnyStringCountsOnce(@ForAll("units") String text) {
    assertEquals(text.codePointCount(0, text.length()), Utf8Text.of(text).codePoints());
  }

  @Property(seed = "3")
  void codePointsUpToAByteAreThoseOfThePrefix(@ForAll("units") String units) {
    Utf8Text text = Utf8Text.of(units);
    String valid = text.toString();
    for (int i = 0;
        i <= valid.length();
        i = i < valid.length() ? valid.offsetByCodePoints(i, 1) : i + 1) {
      int bytes = valid.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
      assertEquals(valid.codePointCount(0, i), text.codePoints(0, bytes));
    }
  }

  @Property(seed = "4")
  void whatIsMadeIsValidUtf8(@ForAll("units") String units) {
    Utf8Text text = Utf8Text.of(units);

    assertArrayEquals(text.toString().getBytes(StandardCharsets.UTF_8), text.bytes());
  }

  @Test
  void aStretchOfABufferIsATextOfItsOwn() {
    byte[] buffer = ("xx" + "a" + CLEF + "é" + "yy").getBytes(StandardCharsets.UTF_8);
    Utf8Text text = new Utf8Text(buffer, 2, 7);

    assertEquals("a" + CLEF + "é", text.toString());
    assertEquals(3, text.codePoints());
    assertEquals(9, text.end());
  }

  @Test
  void aCopyOutlivesTheBuffer() {
    byte[] buffer = "xxabyy".getBytes(StandardCharsets.UTF_8);
    Utf8Text copy = new Utf8Text(buffer, 2, 2).copy();

    buffer[2] = 'z';

    assertEquals("ab", copy.toString());
    assertEquals(0, copy.offset());
    assertEquals(2, copy.bytes().length);
    assertNotSame(buffer, copy.bytes());
  }
}
