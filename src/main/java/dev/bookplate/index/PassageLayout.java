package dev.bookplate.index;

import dev.bookplate.fingerprint.Surroundings;
import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * How the entries of a table are packed: what the bucket does not say of the term, the place, and
 * what stands around it.
 *
 * @param bucketBits leading bits of a term that say in which bucket it is
 * @param termBytes bytes of an entry for the rest of the term
 * @param placeBytes bytes of an entry for a place and the first bits of what stands around it, or
 *     for where places are listed
 * @param wordBits bits of a place for the ordinal of the word; those before it are the document's
 */
record PassageLayout(int bucketBits, int termBytes, int placeBytes, int wordBits) {
  /** Terms a bucket, about: few enough to be read one after the other. */
  private static final int BUCKET = 16;

  private static final int MAX_BUCKET_BITS = 28;

  /** What stands around a place has bytes of its own, and the bits that are left with the place. */
  static final int AROUND_BYTES = 3;

  private static final int AROUND_BITS = AROUND_BYTES * Byte.SIZE;
  private static final int LEFT_BITS = Surroundings.BITS - AROUND_BITS;

  static PassageLayout of(PassageSource.Bounds bounds, int maxDoc) {
    long terms = bounds.terms();
    if (terms > Integer.MAX_VALUE) {
      throw new IllegalStateException(
          "a segment of the index cannot hold " + terms + " fingerprints");
    }
    int bucketBits = Math.min(MAX_BUCKET_BITS, bits(terms / BUCKET));
    int wordBits = bits(bounds.maxWord());
    // the first bit says that the rest is an offset
    int place =
        1 + Math.max(bits(maxDoc) + wordBits + LEFT_BITS, bits(bounds.repeated() * 2 * Long.BYTES));
    if (place >= Long.SIZE - Byte.SIZE) {
      throw new IllegalStateException("a segment of the index cannot hold so many words");
    }
    int term = bytes(IndexFormat.TERM_BITS - bucketBits);
    return new PassageLayout(bucketBits, term, bytes(place), wordBits);
  }

  private static int bits(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, value));
  }

  private static int bytes(int bits) {
    return (bits + Byte.SIZE - 1) / Byte.SIZE;
  }

  static PassageLayout read(DataInput in) throws IOException {
    return new PassageLayout(in.readByte(), in.readByte(), in.readByte(), in.readByte());
  }

  void write(DataOutput out) throws IOException {
    out.writeByte((byte) bucketBits);
    out.writeByte((byte) termBytes);
    out.writeByte((byte) placeBytes);
    out.writeByte((byte) wordBits);
  }

  int buckets() {
    return 1 << bucketBits;
  }

  int entryBytes() {
    return termBytes + listedBytes();
  }

  /** Bytes of a place in a list, and in an entry. */
  int listedBytes() {
    return placeBytes + AROUND_BYTES;
  }

  int bucket(long term) {
    return (int) (term >>> IndexFormat.TERM_BITS - bucketBits);
  }

  /** What an entry says of a term. */
  long remainder(long term) {
    return term & (1L << termBytes * Byte.SIZE) - 1;
  }

  /** The term of an entry in a bucket. */
  long term(int bucket, long remainder) {
    int shift = IndexFormat.TERM_BITS - bucketBits;
    return (long) bucket << shift | remainder & (1L << shift) - 1;
  }

  long place(int doc, int word, int around) {
    return ((long) doc << wordBits | word) << LEFT_BITS | around >>> AROUND_BITS;
  }

  int doc(long place) {
    return (int) (place >>> wordBits + LEFT_BITS);
  }

  int word(long place) {
    return (int) (place >>> LEFT_BITS & (1L << wordBits) - 1);
  }

  /** What stands around a place: the bits that are with it, and the others. */
  int around(long place, long rest) {
    return (int) ((place & (1L << LEFT_BITS) - 1) << AROUND_BITS | rest);
  }

  long listed(long offset) {
    return flag() | offset;
  }

  boolean isListed(long value) {
    return (value & flag()) != 0;
  }

  long offset(long value) {
    return value & ~flag();
  }

  private long flag() {
    return 1L << (placeBytes * Byte.SIZE - 1);
  }

  /** The lower bytes of a value, the lowest first. */
  static void write(DataOutput out, long value, int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      out.writeByte((byte) (value >>> (i * Byte.SIZE)));
    }
  }
}
