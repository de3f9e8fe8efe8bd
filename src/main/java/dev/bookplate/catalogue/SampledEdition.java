package dev.bookplate.catalogue;

/**
 * An edition in a file of fingerprints: who it is, and what stands for its text.
 *
 * @param edition with its work
 * @param fingerprints keyed, ascending, each once
 * @param sketch MinHash values of them
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record SampledEdition(CataloguedEdition edition, long[] fingerprints, long[] sketch) {}
