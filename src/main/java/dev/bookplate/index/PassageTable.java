package dev.bookplate.index;

import java.io.IOException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/** The table of a segment, as {@link PassageTableWriter} wrote it. May be used by many threads. */
final class PassageTable {
  /** What the table holds. */
  record Counts(long terms, long places, long documentFrequency, int documents, int maxWord) {}

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
    private long term;
    private int bucket;
    private long bucketEnd;
    private int count;

    /** Where the first place is in the file. */
    private long places;

    private Cursor(RandomAccessInput data) {
      this.data = data;
    }

    private int first(int of) throws IOException {
      return data.readInt(sections.directory + (long) of * Integer.BYTES);
    }

    /** A number of up to seven bytes, behind which the file has an eighth. */
    private long packed(long at, int bytes) throws IOException {
      return data.readLong(at) & (1L << bytes * Byte.SIZE) - 1;
    }

    private long entryAt(long of) {
      return sections.entries + of * layout.entryBytes();
    }

    /** Reads where the entries of a term's bucket start, and nothing else. */
    long touchBucket(long of) throws IOException {
      return first(layout.bucket(of));
    }

    /** Reads the first entry of a term's bucket, and nothing else. */
    long touchEntries(long of) throws IOException {
      return data.readByte(entryAt(first(layout.bucket(of))));
    }

    /** Goes to the entry of a term; false if there is none, and the cursor is anywhere. */
    boolean find(long of) throws IOException {
      enter(layout.bucket(of));
      long remainder = layout.remainder(of);
      for (long i = first(bucket); i < bucketEnd; i++) {
        if (packed(entryAt(i), layout.termBytes()) == remainder) {
          to(i);
          return true;
        }
      }
      return false;
    }

    /** Goes to the first entry whose term is not before this; false if there is none. */
    boolean ceil(long of) throws IOException {
      enter(layout.bucket(of));
      entry = first(bucket) - 1L;
      while (next()) {
        if (term >= of) {
          return true;
        }
      }
      return false;
    }

    /** Goes to the next entry; false behind the last. */
    boolean next() throws IOException {
      if (entry < 0) {
        enter(0);
      }
      if (entry + 1 >= counts.terms) {
        entry = counts.terms;
        return false;
      }
      to(entry + 1);
      return true;
    }

    private void enter(int of) throws IOException {
      bucket = of;
      bucketEnd = first(of + 1);
    }

    private void to(long of) throws IOException {
      entry = of;
      while (bucketEnd <= of) {
        enter(bucket + 1);
      }
      long at = entryAt(of);
      term = layout.term(bucket, packed(at, layout.termBytes()));
      long value = packed(at + layout.termBytes(), layout.placeBytes());
      if (layout.isListed(value)) {
        long list = sections.lists + layout.offset(value);
        count = data.readInt(list);
        places = list + Integer.BYTES;
      } else {
        count = 1;
        places = at + layout.termBytes();
      }
    }

    long term() {
      return term;
    }

    /** How many places the term has, at least one. */
    int count() {
      return count;
    }

    private long placeAt(int i) {
      return places + (long) i * layout.listedBytes();
    }

    /** The {@code i}th place, ascending by document and word: {@code document << 32 | word}. */
    long place(int i) throws IOException {
      long place = packed(placeAt(i), layout.placeBytes());
      return (long) layout.doc(place) << 32 | layout.word(place);
    }

    /** What stands around the {@code i}th place. */
    int around(int i) throws IOException {
      long at = placeAt(i);
      return layout.around(
          packed(at, layout.placeBytes()),
          packed(at + layout.placeBytes(), PassageLayout.AROUND_BYTES));
    }
  }
}
