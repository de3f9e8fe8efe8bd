package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WordRangesTest {
  @Property(seed = "7")
  void countsAsASetOfBitsDoes(@ForAll List<@IntRange(min = 0, max = 300) Integer> numbers) {
    WordRanges ranges = new WordRanges();
    BitSet bits = new BitSet();
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      int start = numbers.get(i);
      int end = start + numbers.get(i + 1) % 40;
      ranges.add(start, end);
      bits.set(start, end);
      assertEquals(bits.cardinality(), ranges.words());
    }
  }
}
