package dev.bookplate.match;

import dev.bookplate.fingerprint.PassageFingerprinter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Where one document after the other meets the editions of a library. Belongs to one thread. */
final class SeedFinder {
  private final ReferenceLibrary.Finder finder;
  private final Map<Integer, Seeds> seeds = new TreeMap<>();
  private int[] positions;
  private long[] hashes;

  SeedFinder(ReferenceLibrary library) throws IOException {
    finder = library.finder();
  }

  /**
   * Places by edition.
   *
   * @param document a fingerprinter that holds the document
   * @return what the next call clears
   */
  Map<Integer, Seeds> find(PassageFingerprinter document) throws IOException {
    seeds.clear();
    positions = document.positions();
    hashes = document.hashes();
    finder.find(hashes, document.count(), this::seed);
    return seeds;
  }

  private void seed(int fingerprint, int edition, int word) {
    seeds
        .computeIfAbsent(edition, e -> new Seeds())
        .add(hashes[fingerprint], positions[fingerprint], word);
  }
}
