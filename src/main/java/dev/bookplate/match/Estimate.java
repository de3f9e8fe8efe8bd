package dev.bookplate.match;

import java.util.Set;

/**
 * What is known of a passage whose reference text is not held.
 *
 * @param rule that its grade rests on, where nothing keeps it down
 * @param hashes of the edition's fingerprints in it
 * @param found of {@code expected}, how many are the edition's
 * @param expected fingerprints that the edition would have if it held the passage word for word
 */
record Estimate(EstimateRule rule, Set<Long> hashes, int found, int expected) {}
