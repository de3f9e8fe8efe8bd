package dev.bookplate.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Places of a document and an edition that share a fingerprint, packed into longs. A shingle that
 * both repeat again and again has a place for every pair of its occurrences: no more than {@link
 * #MOST} of one are kept, and {@link #isCut} says so.
 */
final class Seeds {
  /** Places of one fingerprint: pairs of 64 occurrences on either side. */
  private static final int MOST = 4096;

  private final Map<Long, int[]> byFingerprint = new HashMap<>();
  private long[] places = new long[16];
  private int count;
  private boolean cut;

  /** Adds a place that a fingerprint gives, unless it has given too many. */
  void add(long fingerprint, int doc, int ref) {
    if (byFingerprint.computeIfAbsent(fingerprint, f -> new int[1])[0]++ < MOST) {
      add(doc, ref);
    } else {
      cut = true;
    }
  }

  /** Whether there are places that were left out. */
  boolean isCut() {
    return cut;
  }

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
