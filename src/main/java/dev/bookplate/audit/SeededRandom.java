package dev.bookplate.audit;

import java.util.Random;

/** Random numbers that depend on a seed and on what they are for, and on nothing else. */
final class SeededRandom {
  private SeededRandom() {}

  /** Numbers for one purpose; other parts give unrelated ones. */
  static Random of(long seed, long... parts) {
    long mixed = mix(seed);
    for (long part : parts) {
      mixed = mix(mixed * 31 + part);
    }
    return new Random(mixed);
  }

  private static long mix(long value) {
    long h = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    h ^= h >>> 31;
    h *= 0x94D049BB133111EBL;
    return h ^ h >>> 29;
  }
}
