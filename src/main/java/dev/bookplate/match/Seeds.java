package dev.bookplate.match;

import java.util.Arrays;

/** Places of a document and an edition that share a fingerprint, packed into longs. */
final class Seeds {
  private long[] places = new long[16];
  private int count;

  void add(int doc, int ref) {
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
    }
    places[count++] = (long) doc << 32 | ref;
  }

  /** Orders by the document's word, then the reference's, and drops what stands twice. */
  void sort() {
    Arrays.sort(places, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || places[i] != places[kept - 1]) {
        places[kept++] = places[i];
      }
    }
    count = kept;
  }

  int count() {
    return count;
  }

  int doc(int seed) {
    return (int) (places[seed] >>> 32);
  }

  int ref(int seed) {
    return (int) places[seed];
  }
}
