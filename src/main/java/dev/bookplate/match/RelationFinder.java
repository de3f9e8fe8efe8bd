package dev.bookplate.match;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.index.FingerprintSample;
import dev.bookplate.index.Lookup;
import dev.bookplate.index.ReferenceIndex;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the editions that are related. A sample of the fingerprints proposes pairs, generously, and
 * all fingerprints of both decide: so the answer depends on the two texts alone, and not on what
 * else is catalogued or in which order it was added. An edition that is too small for the sample is
 * looked up whole.
 */
public final class RelationFinder {
  /** Editions that a fingerprint may have and still say something of two of them. */
  private static final int MOST_EDITIONS = 1000;

  /** Fingerprints in the sample below which an edition is looked up whole: about 8,000 words. */
  private static final int SMALL = 128;

  /** Half of what is asked for: part of what the sample has may be a licence. */
  private static final double PROPOSED = 0.1;

  private static final double DEVIATIONS = 3;

  private static final long CACHE = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

  /**
   * Two related editions, by number through all indexes.
   *
   * @param a the smaller number
   * @param b the larger
   * @param aIsLarger whether the first is the relation's larger edition
   */
  record Found(int a, int b, boolean aIsLarger, Relation relation) {}

  private final List<ReferenceIndex> indexes;
  private final boolean across;
  private final int[] bases;
  private final PassageFingerprinter fingerprinter;

  /** Fingerprints of texts without their licences, ascending and distinct. */
  private final Cache<Integer, long[]> prints =
      CacheBuilder.newBuilder()
          .maximumWeight(CACHE)
          .weigher((Integer edition, long[] p) -> 16 + p.length * Long.BYTES)
          .build();

  private RelationFinder(List<ReferenceIndex> indexes, boolean across) {
    this.indexes = indexes;
    this.across = across;
    bases = new int[indexes.size() + 1];
    for (int i = 0; i < indexes.size(); i++) {
      bases[i + 1] = bases[i] + indexes.get(i).maxEdition();
    }
    fingerprinter = new PassageFingerprinter(indexes.get(0).spec());
  }

  /** The related editions of one index, in canonical order. */
  public static List<Relation> within(ReferenceIndex index) throws IOException {
    return new RelationFinder(List.of(index), false)
        .find().stream().map(Found::relation).sorted(Relation.ORDER).toList();
  }

  /** Related editions of two different indexes, of at least two. */
  static List<Found> across(List<ReferenceIndex> indexes) throws IOException {
    return new RelationFinder(indexes, true).find();
  }

  private List<Found> find() throws IOException {
    List<Found> found = new ArrayList<>();
    for (long pair : proposed()) {
      Found decided = decide((int) (pair >>> 32), (int) pair);
      if (decided != null) {
        found.add(decided);
      }
    }
    return found;
  }

  /** Pairs of numbers, packed. */
  private Set<Long> proposed() throws IOException {
    Set<Long> pairs = new TreeSet<>();
    FingerprintSample sample = FingerprintSample.of(indexes, MOST_EDITIONS);
    sample.forEachPair(
        (a, b, shared) -> {
          int smaller = Math.min(sample.size(a), sample.size(b));
          if (smaller >= SMALL && shared >= least(smaller)) {
            propose(a, b, pairs);
          }
        });
    for (int edition = 0; edition < bases[indexes.size()]; edition++) {
      if (sample.size(edition) < SMALL && has(edition)) {
        lookUp(edition, pairs);
      }
    }
    return pairs;
  }

  /** Fewer than that are hardly seen of two editions that share the proposed part. */
  private static double least(int size) {
    return PROPOSED * size - DEVIATIONS * Math.sqrt(PROPOSED * (1 - PROPOSED) * size);
  }

  private void propose(int a, int b, Set<Long> pairs) {
    if (!across || index(a) != index(b)) {
      pairs.add((long) Math.min(a, b) << 32 | Math.max(a, b));
    }
  }

  private void lookUp(int edition, Set<Long> pairs) throws IOException {
    long[] own = prints(edition);
    int[] shared = new int[bases[indexes.size()]];
    int[] last = new int[shared.length];
    for (int i = 0; i < indexes.size(); i++) {
      int base = bases[i];
      Lookup lookup = indexes.get(i).lookup();
      lookup.find(
          own,
          own.length,
          (fingerprint, number, word) -> {
            // a text may have one fingerprint in many places
            if (last[base + number] != fingerprint + 1) {
              last[base + number] = fingerprint + 1;
              shared[base + number]++;
            }
          });
    }
    for (int other = 0; other < shared.length; other++) {
      if (other != edition && shared[other] > PROPOSED * own.length) {
        propose(edition, other, pairs);
      }
    }
  }

  private Found decide(int a, int b) throws IOException {
    long[] one = prints(a);
    long[] other = prints(b);
    int shared = shared(one, other);
    if (!Relation.isEnough(shared, Math.min(one.length, other.length))) {
      return null;
    }
    MinHash sketch = index(a).sketch(local(a));
    int agreeing = sketch.agreeing(index(b).sketch(local(b)));
    Relation.Side first = side(a, one.length);
    Relation relation =
        Relation.of(first, side(b, other.length), shared, agreeing, sketch.values().length);
    // two catalogues may hold one edition: then both sides are equal, and the order says nothing
    return new Found(a, b, relation.larger().equals(first), relation);
  }

  private static int shared(long[] one, long[] other) {
    int shared = 0;
    int j = 0;
    for (int i = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        shared++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private Relation.Side side(int edition, int fingerprints) throws IOException {
    CataloguedEdition stored = CataloguedEdition.fromBytes(index(edition).payload(local(edition)));
    return new Relation.Side(stored.work().id(), stored.edition().id(), fingerprints);
  }

  private long[] prints(int edition) throws IOException {
    long[] known = prints.getIfPresent(edition);
    if (known == null) {
      known = read(edition);
      prints.put(edition, known);
    }
    return known;
  }

  private long[] read(int edition) throws IOException {
    Utf8Text text = index(edition).text(local(edition));
    boolean licensed = LicenceParts.arePossible(text);
    LicenceParts licence = licensed ? LicenceParts.of(Words.of(text)) : null;
    fingerprinter.fingerprint(text);
    long[] hashes = new long[fingerprinter.count()];
    int count = 0;
    for (int i = 0; i < hashes.length; i++) {
      int word = fingerprinter.positions()[i];
      if (licence == null || licence.words(new Span(word, word + 1)) == 0) {
        hashes[count++] = fingerprinter.hashes()[i];
      }
    }
    return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
  }

  private boolean has(int edition) {
    return index(edition).hasEdition(local(edition));
  }

  private ReferenceIndex index(int edition) {
    return indexes.get(shelf(edition));
  }

  private int local(int edition) {
    return edition - bases[shelf(edition)];
  }

  /** The last one that begins at or before a number: an empty one has none. */
  private int shelf(int edition) {
    int shelf = 0;
    while (bases[shelf + 1] <= edition) {
      shelf++;
    }
    return shelf;
  }
}
