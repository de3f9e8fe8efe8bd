package dev.bookplate.match;

import java.io.IOException;
import java.util.BitSet;

/**
 * Looks fingerprints of editions without text up where a scan looks those of documents up: there is
 * no passage of them that could be searched for. Belongs to one thread.
 */
public final class SampledLookup {
  /** Fingerprints of an edition that are looked up. */
  private static final int MOST = 8;

  private final ReferenceLibrary library;
  private final ReferenceLibrary.Finder finder;

  /**
   * What became of an edition.
   *
   * @param lookedUp fingerprints, spread over all; none of an edition that has too few to be found
   * @param found of these
   */
  public record Looked(int lookedUp, int found) {
    /** Whether one was not found. */
    public boolean missed() {
      return found < lookedUp;
    }
  }

  /** In a catalogue without text. */
  public SampledLookup(SampledLibrary sampled) throws IOException {
    library = sampled.library();
    finder = library.finder();
  }

  /** Looks an edition up, by its number. */
  public Looked look(int edition) throws IOException {
    long[] all = library.fingerprintSet(edition);
    if (all.length < Sightings.LEAST) {
      return new Looked(0, 0);
    }
    long[] some = new long[Math.min(MOST, all.length)];
    for (int i = 0; i < some.length; i++) {
      some[i] = all[(int) ((long) i * all.length / some.length)];
    }
    BitSet found = new BitSet();
    finder.find(
        some,
        some.length,
        (fingerprint, in, word) -> {
          if (in == edition) {
            found.set(fingerprint);
          }
        });
    return new Looked(some.length, found.cardinality());
  }
}
