package dev.bookplate.match;

import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.index.LookupCounts;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where one document after the other meets the editions of a library. In a large library every
 * document shares a phrase with many books by chance; an edition is admitted when the words around
 * one of its places go on alike, or when two of its places lie close together in both texts. What
 * else is in the library has no part in that. Belongs to one thread.
 */
final class SeedFinder {
  private final ReferenceLibrary.Finder finder;
  private final Neighbourhood neighbourhood;
  private final Map<Integer, Seeds> admitted = new TreeMap<>();
  private final WeakSeeds weak = new WeakSeeds();
  private final int shingle;
  private final byte[] around;
  private PassageFingerprinter document;

  SeedFinder(ReferenceLibrary library) throws IOException {
    finder = library.finder();
    shingle = library.spec().shingle();
    neighbourhood = new Neighbourhood(shingle);
    around = new byte[2 * Neighbourhood.REACH + shingle];
  }

  /**
   * Places by edition.
   *
   * @param of a fingerprinter that holds the document
   * @return what the next call clears
   */
  Map<Integer, Seeds> find(PassageFingerprinter of) throws IOException {
    admitted.clear();
    weak.clear();
    document = of;
    finder.search(of, this::seed);
    return admitted;
  }

  /** What is told of an edition that was not admitted. */
  @FunctionalInterface
  interface Rejection {
    void edition(int edition, int places, int doc, int ref) throws IOException;
  }

  /** Tells of the editions that the document has places of and that were not admitted. */
  void forEachRejected(Rejection told) throws IOException {
    for (Map.Entry<Integer, Seeds> entry : weak.all().entrySet()) {
      if (!admitted.containsKey(entry.getKey())) {
        Seeds seeds = entry.getValue();
        seeds.sort();
        told.edition(entry.getKey(), seeds.count(), seeds.doc(0), seeds.ref(0));
      }
    }
  }

  /** What its lookups have cost so far. */
  LookupCounts counts() {
    return finder.counts();
  }

  private void seed(int fingerprint, int edition, int ref, boolean mayGoOn) throws IOException {
    int doc = document.positions()[fingerprint];
    Seeds seeds = admitted.isEmpty() ? null : admitted.get(edition);
    if (seeds != null) {
      seeds.add(document.hashes()[fingerprint], doc, ref);
    } else if (weak.isNear(edition, doc, ref, shingle)
        || mayGoOn && isCredible(edition, doc, ref)) {
      Seeds first = weak.take(edition);
      first.add(doc, ref);
      admitted.put(edition, first);
    } else {
      weak.add(edition, doc, ref);
    }
  }

  private boolean isCredible(int edition, int doc, int ref) throws IOException {
    int from = Math.max(0, ref - Neighbourhood.REACH);
    int count = ref - from + shingle + Neighbourhood.REACH;
    int read = finder.words(edition, from, count, around);
    return neighbourhood.isCredible(document, doc, around, ref - from, read);
  }
}
