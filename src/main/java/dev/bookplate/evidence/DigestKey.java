package dev.bookplate.evidence;

/**
 * The first 128 bits of a SHA-256: enough to tell texts apart, and a fifth of its hex digits in
 * memory.
 */
record DigestKey(long high, long low) {
  /** Of 64 hex digits. */
  static DigestKey of(String sha256) {
    return new DigestKey(
        Long.parseUnsignedLong(sha256, 0, 16, 16), Long.parseUnsignedLong(sha256, 16, 32, 16));
  }
}
