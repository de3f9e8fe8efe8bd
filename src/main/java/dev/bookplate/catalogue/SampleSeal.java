package dev.bookplate.catalogue;

/**
 * What ends a file of fingerprints.
 *
 * @param digest SHA-256 of all that stands before it, in hex
 * @param signature of that digest, or null where nobody signed
 */
public record SampleSeal(String digest, SampleSignature signature) {}
