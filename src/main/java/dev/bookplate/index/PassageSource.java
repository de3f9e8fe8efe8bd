package dev.bookplate.index;

import java.io.IOException;
import java.util.Arrays;

/** What a table is written from: one term after the other, ascending, each with its places. */
abstract class PassageSource {
  /** What no number of the source exceeds; the real ones are known when it is read. */
  record Bounds(long terms, long repeated, int maxWord) {}

  private long[] places = new long[64];
  private int[] around = new int[64];
  private int count;

  abstract Bounds bounds();

  /** Goes to the next term that has places; false behind the last. */
  abstract boolean next() throws IOException;

  abstract long term();

  final int count() {
    return count;
  }

  final int document(int i) {
    return (int) (places[i] >>> 32);
  }

  final int word(int i) {
    return (int) places[i];
  }

  final int around(int i) {
    return around[i];
  }

  final void clear() {
    count = 0;
  }

  /** Adds a place of the present term; they ascend by document and word. */
  final void add(int document, int word, int surroundings) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
      around = Arrays.copyOf(around, 2 * count);
    }
    around[count] = surroundings;
    places[count++] = (long) document << 32 | word;
  }
}
