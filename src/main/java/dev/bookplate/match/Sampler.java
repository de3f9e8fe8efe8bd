package dev.bookplate.match;

import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Spacing;
import dev.bookplate.origin.Span;
import java.io.IOException;
import java.util.Arrays;

/**
 * Makes the fingerprints that stand for an edition where its text is kept back: far enough apart
 * that the text cannot be walked back from one to the next, put through a key, without places.
 * Belongs to one thread.
 */
public final class Sampler {
  private final FingerprintSpec spec;
  private final FingerprintKey.Keyed keyed;
  private final PassageFingerprinter fingerprinter;

  /** With a key. */
  public Sampler(FingerprintKey key) {
    spec = FingerprintSpec.sampled(key.id());
    keyed = key.keyed();
    fingerprinter = new PassageFingerprinter(spec);
  }

  /** What decides the fingerprints. */
  public FingerprintSpec spec() {
    return spec;
  }

  /**
   * The fingerprints of an edition, ascending, each once. What its distributor put around the book
   * has none.
   *
   * @param edition its number in the library, which must hold its text
   */
  public long[] fingerprints(ReferenceLibrary library, int edition) throws IOException {
    fingerprinter.fingerprint(library.words(edition).text());
    fingerprinter.sortByPosition();
    long[] hashes = fingerprinter.hashes();
    int[] positions = fingerprinter.positions();
    int count = fingerprinter.count();
    boolean[] stays = Spacing.keep(hashes, positions, count, spec.sampling().spacing());
    LicenceParts licence = library.licence(edition);
    long[] set = new long[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      Span shingle = new Span(positions[i], positions[i] + spec.shingle());
      if (stays[i] && licence.words(shingle) == 0) {
        set[size++] = keyed.of(hashes[i]);
      }
    }
    return Arrays.stream(set, 0, size).sorted().distinct().toArray();
  }
}
