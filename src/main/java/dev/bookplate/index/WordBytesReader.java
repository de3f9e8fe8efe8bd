package dev.bookplate.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.BytesRef;

/** Opens what {@link WordBytes} wrote of a segment. */
final class WordBytesReader extends DocValuesProducer {
  private final IndexInput in;
  private final int[] documents;
  private final long[] starts;

  WordBytesReader(SegmentReadState state) throws IOException {
    in =
        state.directory.openInput(
            WordBytes.file(state.segmentInfo.name, state.segmentSuffix), state.context);
    try {
      CodecUtil.checkIndexHeader(
          in,
          WordBytes.NAME,
          WordBytes.VERSION,
          WordBytes.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      CodecUtil.retrieveChecksum(in);
      in.seek(in.length() - CodecUtil.footerLength() - Long.BYTES);
      in.seek(in.readLong());
      int count = in.readInt();
      documents = new int[count];
      starts = new long[count];
      for (int i = 0; i < count; i++) {
        documents[i] = in.readInt();
        starts[i] = in.readLong();
      }
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public BinaryDocValues getBinary(FieldInfo field) throws IOException {
    return new Values(in.randomAccessSlice(0, in.length()));
  }

  /** The bytes of one edition after the other; belongs to one thread. */
  final class Values extends BinaryDocValues {
    private final RandomAccessInput data;
    private final BytesRef value = new BytesRef();
    private int at = -1;

    private Values(RandomAccessInput data) {
      this.data = data;
    }

    /**
     * Some words of the edition that the cursor is at.
     *
     * @param from ordinal of the first word
     * @param into gets their bytes
     * @return how many there are
     */
    int read(int from, int count, byte[] into) throws IOException {
      long first = starts[at] + from;
      int some = (int) Math.min(count, starts[at + 1] - first);
      if (some > 0) {
        data.readBytes(first, into, 0, some);
      }
      return Math.max(0, some);
    }

    /** Reads a byte near a word of an edition, and nothing else. */
    long touch(int edition, int word) throws IOException {
      return advanceExact(edition) ? data.readByte(starts[at] + word) : 0;
    }

    @Override
    public boolean advanceExact(int target) {
      if (target < documents.length - 1 && documents[target] == target) {
        at = target; // every edition before it has words too
        return true;
      }
      int found = Arrays.binarySearch(documents, 0, documents.length - 1, target);
      at = found < 0 ? -found - 1 : found;
      return found >= 0;
    }

    @Override
    public int docID() {
      return at < 0 ? -1 : at >= documents.length - 1 ? NO_MORE_DOCS : documents[at];
    }

    @Override
    public int nextDoc() {
      at++;
      return docID();
    }

    @Override
    public int advance(int target) {
      advanceExact(target);
      return docID();
    }

    @Override
    public long cost() {
      return documents.length - 1L;
    }

    @Override
    public BytesRef binaryValue() throws IOException {
      int length = Math.toIntExact(starts[at + 1] - starts[at]);
      value.bytes = value.bytes.length < length ? new byte[length] : value.bytes;
      value.length = length;
      read(0, length, value.bytes);
      return value;
    }
  }

  @Override
  public NumericDocValues getNumeric(FieldInfo field) {
    throw new IllegalStateException();
  }

  @Override
  public SortedDocValues getSorted(FieldInfo field) {
    throw new IllegalStateException();
  }

  @Override
  public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
    throw new IllegalStateException();
  }

  @Override
  public SortedSetDocValues getSortedSet(FieldInfo field) {
    throw new IllegalStateException();
  }

  @Override
  public DocValuesSkipper getSkipper(FieldInfo field) {
    return null;
  }

  @Override
  public void checkIntegrity() throws IOException {
    CodecUtil.checksumEntireFile(in);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
