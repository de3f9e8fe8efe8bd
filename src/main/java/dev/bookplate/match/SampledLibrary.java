package dev.bookplate.match;

import dev.bookplate.fingerprint.FingerprintKey;

/**
 * A catalogue without text, open, and the key that its fingerprints went through. May be used by
 * many threads.
 *
 * @param library whose editions have fingerprints and no text
 * @param key of its fingerprint spec
 */
public record SampledLibrary(ReferenceLibrary library, FingerprintKey key) {
  /** Refuses another key: it would find nothing, and nobody would know. */
  public SampledLibrary {
    if (!key.id().equals(library.spec().sampling().key())) {
      throw new IllegalArgumentException(library.spec() + " was not made with " + key);
    }
  }
}
