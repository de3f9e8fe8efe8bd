package dev.bookplate.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.NumericUtils;

/**
 * Writes the table of a segment. What decides the width of an entry is known only when all are
 * seen, so they pass through a temporary file.
 */
final class PassageTableWriter extends FieldsConsumer {
  private final SegmentWriteState state;

  /** What the first pass counts. */
  private static final class Totals {
    private long terms;
    private long places;
    private long repeated;
    private long documentFrequency;
    private int maxWord;
    private final FixedBitSet documents;

    Totals(int maxDoc) {
      documents = new FixedBitSet(Math.max(1, maxDoc));
    }
  }

  PassageTableWriter(SegmentWriteState state) {
    this.state = state;
  }

  @Override
  public void write(Fields fields, NormsProducer norms) throws IOException {
    List<String> names = new ArrayList<>();
    fields.forEach(names::add);
    if (names.size() > 1) {
      throw new IllegalStateException("a table holds one field, not " + names);
    }
    for (String name : names) {
      write(name, fields.terms(name).iterator());
    }
  }

  private void write(String field, TermsEnum terms) throws IOException {
    Totals totals = new Totals(state.segmentInfo.maxDoc());
    String temporary;
    try (IndexOutput out =
        state.directory.createTempOutput(state.segmentInfo.name, "passages", IOContext.DEFAULT)) {
      temporary = out.getName();
      collect(terms, totals, out);
      CodecUtil.writeFooter(out);
    }
    try (IndexInput in = state.directory.openInput(temporary, IOContext.READONCE);
        IndexOutput out =
            state.directory.createOutput(
                PassagePostings.file(state.segmentInfo.name, state.segmentSuffix), state.context)) {
      CodecUtil.writeIndexHeader(
          out,
          PassagePostings.NAME,
          PassagePostings.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      table(field, totals, in, out);
      CodecUtil.writeFooter(out);
    }
    state.directory.deleteFile(temporary);
  }

  /** Every term with its places: the term, how many, and document and word of each. */
  private static void collect(TermsEnum terms, Totals totals, IndexOutput out) throws IOException {
    PostingsEnum postings = null;
    long[] places = new long[64];
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      postings = terms.postings(postings, PostingsEnum.POSITIONS);
      int count = 0;
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        totals.documents.set(doc);
        totals.documentFrequency++;
        for (int i = postings.freq(); i > 0; i--) {
          int word = postings.nextPosition();
          totals.maxWord = Math.max(totals.maxWord, word);
          places = count == places.length ? java.util.Arrays.copyOf(places, 2 * count) : places;
          places[count++] = (long) doc << 32 | word;
        }
      }
      if (count > 0) {
        totals.terms++;
        totals.places += count;
        totals.repeated += count > 1 ? count : 0;
        out.writeLong(NumericUtils.sortableBytesToLong(term.bytes, term.offset));
        out.writeVInt(count);
        for (int i = 0; i < count; i++) {
          out.writeVInt((int) (places[i] >>> 32));
          out.writeVInt((int) places[i]);
        }
      }
    }
  }

  private void table(String field, Totals totals, IndexInput in, IndexOutput out)
      throws IOException {
    PassageLayout layout =
        PassageLayout.of(totals.terms, state.segmentInfo.maxDoc(), totals.maxWord, totals.repeated);
    int[] directory = new int[layout.buckets() + 1];
    long entries = out.getFilePointer();
    long listed = 0;
    int bucket = 0;
    try (Lists lists = new Lists(layout)) {
      for (int entry = 0; entry < totals.terms; entry++) {
        long term = in.readLong();
        while (bucket <= layout.bucket(term)) {
          directory[bucket++] = entry;
        }
        int count = in.readVInt();
        long value =
            count == 1 ? layout.place(in.readVInt(), in.readVInt()) : layout.listed(listed);
        PassageLayout.write(out, layout.remainder(term), layout.termBytes());
        PassageLayout.write(out, value, layout.placeBytes());
        if (count > 1) {
          lists.start(count);
          for (int i = 0; i < count; i++) {
            lists.place(in.readVInt(), in.readVInt());
          }
          listed += Integer.BYTES + (long) count * layout.placeBytes();
        }
      }
      java.util.Arrays.fill(directory, bucket, directory.length, (int) totals.terms);
      long listsAt = out.getFilePointer();
      lists.copyTo(out);
      long directoryAt = out.getFilePointer();
      for (int first : directory) {
        out.writeInt(first);
      }
      trailer(field, totals, layout, new long[] {entries, listsAt, directoryAt}, out);
    }
  }

  private static void trailer(
      String field, Totals totals, PassageLayout layout, long[] sections, IndexOutput out)
      throws IOException {
    long start = out.getFilePointer();
    out.writeString(field);
    layout.write(out);
    out.writeLong(totals.terms);
    out.writeLong(totals.places);
    out.writeLong(totals.documentFrequency);
    out.writeInt(totals.documents.cardinality());
    for (long section : sections) {
      out.writeLong(section);
    }
    out.writeLong(start);
  }

  /** The lists of places, in a temporary file of their own until the entries are written. */
  private final class Lists implements AutoCloseable {
    private final PassageLayout layout;
    private final IndexOutput out;

    Lists(PassageLayout layout) throws IOException {
      this.layout = layout;
      out = state.directory.createTempOutput(state.segmentInfo.name, "places", IOContext.DEFAULT);
    }

    void start(int count) throws IOException {
      out.writeInt(count);
    }

    void place(int doc, int word) throws IOException {
      PassageLayout.write(out, layout.place(doc, word), layout.placeBytes());
    }

    void copyTo(IndexOutput target) throws IOException {
      out.close();
      try (IndexInput in = state.directory.openInput(out.getName(), IOContext.READONCE)) {
        target.copyBytes(in, in.length());
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
      state.directory.deleteFile(out.getName());
    }
  }

  @Override
  public void close() {}
}
