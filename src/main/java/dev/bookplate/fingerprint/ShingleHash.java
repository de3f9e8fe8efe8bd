package dev.bookplate.fingerprint;

/** Hashes of shingles: of consecutive words, from the hashes of the words. */
final class ShingleHash {
  /** Odd, so that no bit of an earlier word is lost. */
  private static final long BASE = 0xD6E8FEB86659FD93L;

  private ShingleHash() {}

  /** A word's hash as it enters a shingle: equal words stay equal, all bits depend on all. */
  static long word(long hash) {
    long h = hash ^ hash >>> 32;
    h *= 0x9FB21C651E98DF25L;
    return h ^ h >>> 28;
  }

  /** The shingle without its first word, which had {@code leaving}, and with the next. */
  static long roll(long rolling, long leaving, long power, long entering) {
    return (rolling - leaving * power) * BASE + entering;
  }

  /** What the first word of a shingle of that many words is multiplied with. */
  static long power(int shingle) {
    long power = 1;
    for (int i = 1; i < shingle; i++) {
      power *= BASE;
    }
    return power;
  }

  /** The hash that is stored and compared, from the rolling one. */
  static long finish(long rolling) {
    long h = rolling ^ rolling >>> 31;
    h *= 0xBF58476D1CE4E5B9L;
    return h ^ h >>> 32;
  }
}
