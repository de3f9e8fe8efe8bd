package dev.bookplate.index;

import java.io.IOException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/** The table of a segment, as {@link PassageTableWriter} wrote it. May be used by many threads. */
final class PassageTable {
  /** What the table holds. */
  record Counts(long terms, long places, long documentFrequency, int documents) {}

  /** Where in the file the entries, the lists of places and the directory start. */
  record Sections(long entries, long lists, long directory) {}

  private final IndexInput in;
  private final PassageLayout layout;
  private final Counts counts;
  private final Sections sections;

  PassageTable(IndexInput in, PassageLayout layout, Counts counts, Sections sections) {
    this.in = in;
    this.layout = layout;
    this.counts = counts;
    this.sections = sections;
  }

  Counts counts() {
    return counts;
  }

  Cursor cursor() throws IOException {
    return new Cursor(in.randomAccessSlice(0, in.length()));
  }

  /**
   * An entry of the table and its places. Stands before the first entry when it is new. Belongs to
   * one thread.
   */
  final class Cursor {
    private final RandomAccessInput data;
    private long entry = -1;
    private int bucket;
    private long value;
    private int count;

    private Cursor(RandomAccessInput data) {
      this.data = data;
    }

    private int first(int of) throws IOException {
      return data.readInt(sections.directory + (long) of * Integer.BYTES);
    }

    private long packed(long at, int bytes) throws IOException {
      long eight = data.readLong(at);
      return bytes == Long.BYTES ? eight : eight & ((1L << (bytes * Byte.SIZE)) - 1);
    }

    private long entryAt(long of) {
      return sections.entries + of * layout.entryBytes();
    }

    /** Reads where the entries of a term's bucket start, and nothing else. */
    long touchBucket(long term) throws IOException {
      return first(layout.bucket(term));
    }

    /** Reads the first entry of a term's bucket, and nothing else. */
    long touchEntries(long term) throws IOException {
      return data.readByte(entryAt(first(layout.bucket(term))));
    }

    /** Goes to the entry of a term; false if there is none, and the cursor is anywhere. */
    boolean find(long term) throws IOException {
      bucket = layout.bucket(term);
      int last = first(bucket + 1);
      long remainder = layout.remainder(term);
      for (int i = first(bucket); i < last; i++) {
        if (packed(entryAt(i), layout.termBytes()) == remainder) {
          to(i);
          return true;
        }
      }
      return false;
    }

    /** Goes to the first entry whose term is not before this; false if there is none. */
    boolean ceil(long term) throws IOException {
      bucket = layout.bucket(term);
      entry = first(bucket) - 1L;
      while (next()) {
        if (term() >= term) {
          return true;
        }
      }
      return false;
    }

    /** Goes to the next entry; false behind the last. */
    boolean next() throws IOException {
      if (entry + 1 >= counts.terms) {
        entry = counts.terms;
        return false;
      }
      to(entry + 1);
      return true;
    }

    private void to(long of) throws IOException {
      entry = of;
      while (first(bucket + 1) <= entry) {
        bucket++;
      }
      value = packed(entryAt(of) + layout.termBytes(), layout.placeBytes());
      count = layout.isListed(value) ? data.readInt(list()) : 1;
    }

    private long list() {
      return sections.lists + layout.offset(value);
    }

    long term() throws IOException {
      return layout.term(bucket, packed(entryAt(entry), layout.termBytes()));
    }

    /** How many places the term has, at least one. */
    int count() {
      return count;
    }

    /** The {@code i}th place, ascending by document and word: {@code document << 32 | word}. */
    long place(int i) throws IOException {
      long place =
          count == 1
              ? value
              : packed(
                  list() + Integer.BYTES + (long) i * layout.placeBytes(), layout.placeBytes());
      return (long) layout.doc(place) << 32 | layout.word(place);
    }
  }
}
