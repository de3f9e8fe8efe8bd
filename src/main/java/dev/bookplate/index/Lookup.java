package dev.bookplate.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Looks passage fingerprints up. Belongs to one thread. */
public final class Lookup {
  /** Told of each place in the index that has a fingerprint. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One place.
     *
     * @param fingerprint index of the fingerprint in what was asked
     * @param edition number of the edition
     * @param word ordinal of the word that the shingle starts with
     */
    void place(int fingerprint, int edition, int word);
  }

  private record Leaf(int base, TermsEnum terms, Bits live) {}

  private final PassageFilter filter;
  private final List<Leaf> leaves = new ArrayList<>();
  private final BytesRef term = new BytesRef(new byte[Long.BYTES]);
  private PostingsEnum postings;
  private int[] hits = new int[1024];

  Lookup(DirectoryReader reader, PassageFilter filter) throws IOException {
    this.filter = filter;
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      Terms terms = leaf.terms(IndexFormat.PASSAGES);
      if (terms != null) {
        leaves.add(new Leaf(context.docBase, terms.iterator(), leaf.getLiveDocs()));
      }
    }
  }

  /** Looks up the first {@code count} fingerprints; places come in no particular order. */
  public void find(long[] hashes, int count, Sink sink) throws IOException {
    if (hits.length < count) {
      hits = new int[Math.max(count, hits.length * 2)];
    }
    int found = filter.probe(hashes, count, hits);
    for (int i = 0; i < found; i++) {
      find(hits[i], hashes[hits[i]], sink);
    }
  }

  private void find(int fingerprint, long hash, Sink sink) throws IOException {
    NumericUtils.longToSortableBytes(hash, term.bytes, 0);
    for (Leaf leaf : leaves) {
      if (leaf.terms.seekExact(term)) {
        postings = leaf.terms.postings(postings, PostingsEnum.POSITIONS);
        for (int doc = postings.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          if (leaf.live == null || leaf.live.get(doc)) {
            for (int i = postings.freq(); i > 0; i--) {
              sink.place(fingerprint, leaf.base + doc, postings.nextPosition());
            }
          }
        }
      }
    }
  }
}
