package dev.bookplate.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * How many passage fingerprints every two editions share, counted on a sample: all fingerprints
 * whose term is below a threshold (FracMinHash: Irber and others, "Lightweight compositional
 * analysis of metagenomes with FracMinHash", 2022). Terms are fingerprints, spread evenly, and
 * sorted, so the sample is one stretch at the beginning of them: the rest of the index is not read.
 *
 * <p>Fingerprints of very many editions are left out, of the sizes too. Their pairs would be most
 * of the work, and they say nothing of two books: they are what distributors print into every file.
 *
 * <p>Editions are numbered through all indexes, in their order.
 */
public final class FingerprintSample {
  /** Terms below that are in the sample: one of sixteen. */
  private static final long SAMPLED = 1L << IndexFormat.TERM_BITS - 4;

  /** Told of two editions that share something. */
  @FunctionalInterface
  public interface PairSink {
    /**
     * One pair.
     *
     * @param a number of an edition
     * @param b a larger one
     * @param shared fingerprints of the sample that both have, at least one
     */
    void pair(int a, int b, int shared) throws IOException;
  }

  private final int mostEditions;
  private final int[] sizes;

  /** Editions of one fingerprint after the other, of those that several have; ascending each. */
  private int[] editions = new int[1024];

  private int used;

  /** Where the editions of each fingerprint end. */
  private int[] ends = new int[256];

  private int lists;

  private FingerprintSample(int maxEdition, int mostEditions) {
    this.mostEditions = mostEditions;
    sizes = new int[maxEdition];
  }

  /**
   * Takes the sample.
   *
   * @param mostEditions fingerprints that more editions have are left out
   */
  public static FingerprintSample of(List<ReferenceIndex> indexes, int mostEditions)
      throws IOException {
    DirectoryReader[] readers =
        indexes.stream().map(ReferenceIndex::reader).toArray(DirectoryReader[]::new);
    try (MultiReader all = new MultiReader(readers, false)) {
      FingerprintSample sample = new FingerprintSample(all.maxDoc(), mostEditions);
      Terms terms = MultiTerms.getTerms(all, IndexFormat.PASSAGES);
      if (terms != null) {
        sample.read(terms.iterator(), MultiBits.getLiveDocs(all));
      }
      return sample;
    }
  }

  private void read(TermsEnum each, Bits live) throws IOException {
    PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (IndexFormat.term(term) >= SAMPLED) {
        return;
      }
      postings = each.postings(postings, PostingsEnum.NONE);
      read(postings, live);
    }
  }

  private void read(PostingsEnum postings, Bits live) throws IOException {
    int start = used;
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (live == null || live.get(doc)) {
        if (used - start == mostEditions) {
          used = start;
          return;
        }
        add(doc);
      }
    }
    for (int i = start; i < used; i++) {
      sizes[editions[i]]++;
    }
    if (used - start < 2) {
      used = start;
      return;
    }
    if (lists == ends.length) {
      ends = Arrays.copyOf(ends, lists * 2);
    }
    ends[lists++] = used;
  }

  private void add(int edition) {
    if (used == editions.length) {
      editions = Arrays.copyOf(editions, used * 2);
    }
    editions[used++] = edition;
  }

  /** Fingerprints of an edition in the sample. */
  public int size(int edition) {
    return sizes[edition];
  }

  /** Tells of every two editions that share a fingerprint of the sample, once. */
  public void forEachPair(PairSink sink) throws IOException {
    int[] from = new int[sizes.length + 1];
    int[] places = byEdition(from);
    int[] shared = new int[sizes.length];
    int[] met = new int[sizes.length];
    for (int a = 0; a < sizes.length; a++) {
      int count = 0;
      for (int i = from[a]; i < from[a + 1]; i++) {
        // behind an edition's own place in a list come the larger numbers
        for (int j = places[i] + 1; j < end(places[i]); j++) {
          int b = editions[j];
          if (shared[b]++ == 0) {
            met[count++] = b;
          }
        }
      }
      Arrays.sort(met, 0, count);
      for (int i = 0; i < count; i++) {
        sink.pair(a, met[i], shared[met[i]]);
        shared[met[i]] = 0;
      }
    }
  }

  /** Where in {@link #editions} each edition stands, ordered by edition. */
  private int[] byEdition(int[] from) {
    for (int i = 0; i < used; i++) {
      from[editions[i] + 1]++;
    }
    for (int i = 1; i < from.length; i++) {
      from[i] += from[i - 1];
    }
    int[] next = Arrays.copyOf(from, from.length);
    int[] places = new int[used];
    for (int i = 0; i < used; i++) {
      places[next[editions[i]]++] = i;
    }
    return places;
  }

  /** End of the list that a place is in. */
  private int end(int place) {
    int at = Arrays.binarySearch(ends, 0, lists, place + 1);
    return ends[at >= 0 ? at : -at - 1];
  }
}
