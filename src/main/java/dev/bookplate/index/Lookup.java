package dev.bookplate.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

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
    void place(int fingerprint, int edition, int word) throws IOException;
  }

  private record Leaf(
      int base, PassageTable.Cursor table, WordBytesReader.Values words, Bits live) {}

  private final PassageFilter filter;
  private final List<Leaf> leaves = new ArrayList<>();
  private int[] hits = new int[1024];

  Lookup(DirectoryReader reader, PassageFilter filter) throws IOException {
    this.filter = filter;
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      if (leaf.terms(IndexFormat.PASSAGES) instanceof PassageTerms terms) {
        leaves.add(
            new Leaf(context.docBase, terms.table().cursor(), words(leaf), leaf.getLiveDocs()));
      }
    }
  }

  private static WordBytesReader.Values words(LeafReader leaf) throws IOException {
    if (leaf.getBinaryDocValues(IndexFormat.WORDS) instanceof WordBytesReader.Values values) {
      return values;
    }
    throw new IndexException("a segment of the index has no words: build the catalogue again");
  }

  /**
   * Looks up the first {@code count} fingerprints. The places of one edition come in the order of
   * what was asked, and those of one fingerprint ascend.
   */
  public void find(long[] hashes, int count, Sink sink) throws IOException {
    if (hits.length < count) {
      hits = new int[Math.max(count, hits.length * 2)];
    }
    int found = filter.probe(hashes, count, hits);
    for (int i = 0; i < found; i++) {
      find(hits[i], IndexFormat.term(hashes[hits[i]]), sink);
    }
  }

  private void find(int fingerprint, long term, Sink sink) throws IOException {
    for (Leaf leaf : leaves) {
      if (leaf.table.find(term)) {
        for (int i = 0; i < leaf.table.count(); i++) {
          long place = leaf.table.place(i);
          int document = (int) (place >>> 32);
          if (leaf.live == null || leaf.live.get(document)) {
            sink.place(fingerprint, leaf.base + document, (int) place);
          }
        }
      }
    }
  }

  /**
   * Reads the bytes of some words of an edition.
   *
   * @param from ordinal of the first
   * @param into gets them, from its start on
   * @return how many there are, fewer than {@code count} at the edition's end
   */
  public int words(int edition, int from, int count, byte[] into) throws IOException {
    for (int i = leaves.size() - 1; i >= 0; i--) {
      Leaf leaf = leaves.get(i);
      if (edition >= leaf.base) {
        return leaf.words.advanceExact(edition - leaf.base)
            ? leaf.words.read(from, count, into)
            : 0;
      }
    }
    return 0;
  }
}
