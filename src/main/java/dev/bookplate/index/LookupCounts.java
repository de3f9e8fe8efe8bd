package dev.bookplate.index;

/**
 * What lookups have cost so far. Counted a document or a place at a time, and so for nothing.
 *
 * @param probes fingerprints that the filter was asked for
 * @param passed those that it let pass
 * @param seeks fingerprints that were looked up in the tables; some are twice
 * @param reads stretches of an edition's words that were read
 */
public record LookupCounts(long probes, long passed, long seeks, long reads) {
  /** Of nothing. */
  public static final LookupCounts NONE = new LookupCounts(0, 0, 0, 0);

  /** Of both. */
  public LookupCounts plus(LookupCounts other) {
    return new LookupCounts(
        probes + other.probes, passed + other.passed, seeks + other.seeks, reads + other.reads);
  }
}
