package dev.bookplate.catalogue;

/**
 * What a file of fingerprints says of itself.
 *
 * @param name of the catalogue
 * @param asOf its date, or null
 * @param spec of its fingerprints, which names the key
 * @param sketch values of each edition's MinHash sketch
 * @param works in it
 * @param editions in it
 * @param words of all editions
 * @param fingerprints of all editions
 */
public record SampledHeader(
    String name,
    String asOf,
    String spec,
    int sketch,
    long works,
    long editions,
    long words,
    long fingerprints) {}
