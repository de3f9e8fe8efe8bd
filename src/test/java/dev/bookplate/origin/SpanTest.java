package dev.bookplate.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void anEmptyRangeIsARange() {
    assertEquals(0, new Span(7, 7).length());
    assertEquals(0, new Span(7, 7).overlap(new Span(0, 10)));
  }

  @Test
  void rangesThatTouchDoNotOverlap() {
    assertEquals(0, new Span(0, 5).overlap(new Span(5, 9)));
    assertEquals(1, new Span(0, 6).overlap(new Span(5, 9)));
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, 2));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Span(3, 2));
    assertEquals("not a range: 3 to 2", e.getMessage());
  }

  @Property(seed = "1")
  void overlapIsTheNumberOfUnitsInBoth(
      @ForAll @IntRange(max = 20) int start,
      @ForAll @IntRange(max = 20) int length,
      @ForAll @IntRange(max = 20) int otherStart,
      @ForAll @IntRange(max = 20) int otherLength) {
    Span one = new Span(start, start + length);
    Span other = new Span(otherStart, otherStart + otherLength);
    int shared = 0;
    for (int unit = 0; unit < 50; unit++) {
      shared += holds(one, unit) && holds(other, unit) ? 1 : 0;
    }

    assertEquals(shared, one.overlap(other));
    assertEquals(shared, other.overlap(one));
    assertEquals(length, one.overlap(one));
  }

  private static boolean holds(Span span, int unit) {
    return span.start() <= unit && unit < span.end();
  }
}
