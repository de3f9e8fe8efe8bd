package dev.bookplate.index;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.PassageFingerprinter;
import dev.bookplate.fingerprint.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

  /** Told of each place in the index that has a fingerprint of a document. */
  @FunctionalInterface
  public interface SearchSink {
    /**
     * One place.
     *
     * @param fingerprint index of the fingerprint in the document's
     * @param edition number of the edition
     * @param word ordinal of the word that the shingle starts with
     * @param mayGoOn whether the words next to it may be the same on both sides
     */
    void place(int fingerprint, int edition, int word, boolean mayGoOn) throws IOException;
  }

  private record Leaf(
      int base, PassageTable.Cursor table, WordBytesReader.Values words, Bits live) {}

  /** Places of a fingerprint that is a phrase of the language, and not of a few books. */
  private static final int MANY = 32;

  private static final int SLOT_BITS = 12;

  private final PassageFilter filter;
  private final FingerprintSpec spec;
  private final List<Leaf> leaves = new ArrayList<>();
  private final BitSet at = new BitSet();
  private int[] hits = new int[1024];
  private final long[] blocks = new long[PassageFilter.BATCH];
  private long[] frequent = new long[64];

  private int[] fingerprints = new int[256];
  private int[] editions = new int[256];
  private int[] ordinals = new int[256];
  private boolean[] going = new boolean[256];

  /** How many places editions have, by slots of their numbers. */
  private final int[] ofEdition = new int[1 << SLOT_BITS];

  private int places;

  private long probes;
  private long passed;
  private long seeks;
  private long reads;

  /** What was read only so that it is near: added up, so that the reads are not left out. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  Lookup(DirectoryReader reader, PassageFilter filter, FingerprintSpec spec) throws IOException {
    this.filter = filter;
    this.spec = spec;
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
    int found = probe(hashes, count);
    for (int i = 0; i < found; i++) {
      seek(hashes[hits[i]]);
      tell(hits[i], sink);
    }
  }

  /**
   * Looks a document's fingerprints up for a search, and leaves phrases of the language out: those
   * with many places are told only where others of them stand so close, and over so many words, as
   * they do in an unbroken run of 25 words. Of such a run either one has few places, which is told,
   * or all are told; a phrase is too short. Where a spec has no two fingerprints in every such run,
   * all are told. A place is left out as well that is the only one of its edition and whose words
   * do not go on.
   */
  public void search(PassageFingerprinter document, SearchSink sink) throws IOException {
    long[] hashes = document.hashes();
    int[] words = document.positions();
    // from the last place of the first fingerprint in such a run to the first of the last
    int span = FingerprintSpec.PROMISED_WORDS - spec.shingle() - 2 * (spec.window() - 1);
    int many = span > 0 ? MANY : Integer.MAX_VALUE;
    int found = probe(hashes, document.count());
    touch(hashes, found);
    places = 0;
    int left = 0;
    for (int i = 0; i < found; i++) {
      if (seek(hashes[hits[i]]) <= many) {
        keep(hits[i], document);
      } else {
        frequent = left == frequent.length ? Arrays.copyOf(frequent, 2 * left) : frequent;
        frequent[left++] = (long) words[hits[i]] << 32 | hits[i];
      }
    }
    Arrays.sort(frequent, 0, left);
    // with second readings a word may be a few off
    int slack = document.isPlain() ? 0 : 3;
    for (int from = 0; from < left; ) {
      int to = from + 1;
      while (to < left && word(to) - word(to - 1) <= spec.window() + slack) {
        to++;
      }
      if (to - from > 1 && word(to - 1) - word(from) >= Math.max(1, span - slack)) {
        for (int i = from; i < to; i++) {
          seek(hashes[(int) frequent[i]]);
          keep((int) frequent[i], document);
        }
      }
      from = to;
    }
    hand(sink);
  }

  private void keep(int fingerprint, PassageFingerprinter document) throws IOException {
    int around = document.surroundings(document.positions()[fingerprint]);
    for (int l = at.nextSetBit(0); l >= 0; l = at.nextSetBit(l + 1)) {
      Leaf leaf = leaves.get(l);
      ensure(places + leaf.table.count());
      for (int i = 0; i < leaf.table.count(); i++) {
        long place = leaf.table.place(i);
        int local = (int) (place >>> 32);
        if (leaf.live == null || leaf.live.get(local)) {
          fingerprints[places] = fingerprint;
          editions[places] = leaf.base + local;
          ordinals[places] = (int) place;
          going[places++] = Surroundings.mayGoOn(around, leaf.table.around(i));
        }
      }
    }
  }

  private void ensure(int size) {
    if (size > editions.length) {
      int larger = Math.max(size, 2 * editions.length);
      fingerprints = Arrays.copyOf(fingerprints, larger);
      editions = Arrays.copyOf(editions, larger);
      ordinals = Arrays.copyOf(ordinals, larger);
      going = Arrays.copyOf(going, larger);
    }
  }

  /**
   * Hands over what was kept but for lone places that are not the start of anything; the words
   * around it are on their way into the cache by then.
   */
  private void hand(SearchSink sink) throws IOException {
    for (int i = 0; i < places; i++) {
      // one more of the edition, or of one that shares its slot: then it is only not left out
      ofEdition[slot(editions[i])]++;
    }
    for (int i = 0; i < places; i++) {
      if (going[i]) {
        Leaf leaf = leafOf(editions[i]);
        touched += leaf.words.touch(editions[i] - leaf.base, ordinals[i]);
      }
    }
    for (int i = 0; i < places; i++) {
      if (going[i] || ofEdition[slot(editions[i])] > 1) {
        sink.place(fingerprints[i], editions[i], ordinals[i], going[i]);
      }
    }
    for (int i = 0; i < places; i++) {
      ofEdition[slot(editions[i])] = 0;
    }
  }

  private static int slot(int edition) {
    return edition * 0x9E3779B9 >>> Integer.SIZE - SLOT_BITS;
  }

  /**
   * Reads where each fingerprint would be in each segment, one right after the other: none of these
   * reads waits for another, and in a large index every one is out of memory.
   */
  private void touch(long[] hashes, int found) throws IOException {
    for (Leaf leaf : leaves) {
      for (int i = 0; i < found; i++) {
        touched += leaf.table.touchBucket(IndexFormat.term(hashes[hits[i]]));
      }
      for (int i = 0; i < found; i++) {
        touched += leaf.table.touchEntries(IndexFormat.term(hashes[hits[i]]));
      }
    }
  }

  private int word(int of) {
    return (int) (frequent[of] >> 32);
  }

  private int probe(long[] hashes, int count) {
    if (hits.length < count) {
      hits = new int[Math.max(count, hits.length * 2)];
    }
    int found = filter.probe(hashes, count, hits, blocks);
    probes += count;
    passed += found;
    return found;
  }

  /** Goes to a fingerprint in all segments; returns how many places it has. */
  private int seek(long fingerprint) throws IOException {
    long term = IndexFormat.term(fingerprint);
    seeks++;
    at.clear();
    int places = 0;
    for (int i = 0; i < leaves.size(); i++) {
      PassageTable.Cursor table = leaves.get(i).table;
      if (table.find(term)) {
        at.set(i);
        places += table.count();
      }
    }
    return places;
  }

  private void tell(int fingerprint, Sink sink) throws IOException {
    for (int l = at.nextSetBit(0); l >= 0; l = at.nextSetBit(l + 1)) {
      Leaf leaf = leaves.get(l);
      for (int i = 0; i < leaf.table.count(); i++) {
        long place = leaf.table.place(i);
        int document = (int) (place >>> 32);
        if (leaf.live == null || leaf.live.get(document)) {
          sink.place(fingerprint, leaf.base + document, (int) place);
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
    Leaf leaf = leafOf(edition);
    reads++;
    return leaf.words.advanceExact(edition - leaf.base) ? leaf.words.read(from, count, into) : 0;
  }

  /** What it has cost so far. */
  public LookupCounts counts() {
    return new LookupCounts(probes, passed, seeks, reads);
  }

  private Leaf leafOf(int edition) {
    int i = leaves.size() - 1;
    while (leaves.get(i).base > edition) {
      i--;
    }
    return leaves.get(i);
  }
}
