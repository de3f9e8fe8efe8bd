/** Passage fingerprints and MinHash sketches, from words. */
package dev.bookplate.fingerprint;
