package dev.bookplate.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.FixedBitSet;

/** Writes the table of a segment: of what was added, or of the tables that are merged. */
final class PassageTableWriter extends FieldsConsumer {
  private final SegmentWriteState state;

  /** What is counted while a table is written. */
  private static final class Totals {
    private long terms;
    private long places;
    private long documentFrequency;
    private int maxWord;
    private final FixedBitSet documents;

    Totals(int maxDoc) {
      documents = new FixedBitSet(Math.max(1, maxDoc));
    }

    void add(PassageSource source) {
      terms++;
      places += source.count();
      int last = -1;
      for (int i = 0; i < source.count(); i++) {
        int document = source.document(i);
        documentFrequency += document == last ? 0 : 1;
        documents.set(document);
        maxWord = Math.max(maxWord, source.word(i));
        last = document;
      }
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
      try (CollectedPassages source =
          new CollectedPassages(
              fields.terms(name).iterator(), state.directory, state.segmentInfo.name)) {
        write(name, source);
      }
    }
  }

  /** Tables are merged entry by entry, many times as fast as by what Lucene knows of them. */
  @Override
  public void merge(MergeState merge, NormsProducer norms) throws IOException {
    PassageUnion union = union(merge);
    if (union == null) {
      super.merge(merge, norms);
    } else {
      write(IndexFormat.PASSAGES, union);
    }
  }

  /** The tables that are merged, or null if there is something else among them, or nothing. */
  private static PassageUnion union(MergeState merge) throws IOException {
    PassageUnion union = new PassageUnion();
    boolean any = false;
    for (int i = 0; i < merge.fieldsProducers.length; i++) {
      FieldsProducer fields = merge.fieldsProducers[i];
      Terms terms = fields == null ? null : fields.terms(IndexFormat.PASSAGES);
      if (terms instanceof PassageTerms own) {
        any = true;
        union.add(own.table(), merge.docMaps[i]::get);
      } else if (terms != null) {
        return null;
      }
    }
    return any ? union : null;
  }

  private void write(String field, PassageSource source) throws IOException {
    try (IndexOutput out =
        state.directory.createOutput(
            PassagePostings.file(state.segmentInfo.name, state.segmentSuffix), state.context)) {
      CodecUtil.writeIndexHeader(
          out,
          PassagePostings.NAME,
          PassagePostings.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      table(field, source, out);
      CodecUtil.writeFooter(out);
    }
  }

  private void table(String field, PassageSource source, IndexOutput out) throws IOException {
    PassageLayout layout = PassageLayout.of(source.bounds(), state.segmentInfo.maxDoc());
    Totals totals = new Totals(state.segmentInfo.maxDoc());
    int[] directory = new int[layout.buckets() + 1];
    long entries = out.getFilePointer();
    int bucket = 0;
    try (Lists lists = new Lists(layout)) {
      while (source.next()) {
        while (bucket <= layout.bucket(source.term())) {
          directory[bucket++] = (int) totals.terms;
        }
        PassageLayout.write(out, layout.remainder(source.term()), layout.termBytes());
        if (source.count() == 1) {
          place(source, 0, layout, out);
        } else {
          PassageLayout.write(out, layout.listed(lists.add(source)), layout.placeBytes());
          PassageLayout.write(out, 0, PassageLayout.AROUND_BYTES);
        }
        totals.add(source);
      }
      Arrays.fill(directory, bucket, directory.length, (int) totals.terms);
      long listsAt = out.getFilePointer();
      lists.copyTo(out);
      long directoryAt = out.getFilePointer();
      for (int first : directory) {
        out.writeInt(first);
      }
      trailer(field, totals, layout, new long[] {entries, listsAt, directoryAt}, out);
    }
  }

  private static void place(PassageSource source, int i, PassageLayout layout, IndexOutput out)
      throws IOException {
    long place = layout.place(source.document(i), source.word(i), source.around(i));
    PassageLayout.write(out, place, layout.placeBytes());
    PassageLayout.write(out, source.around(i), PassageLayout.AROUND_BYTES);
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
    out.writeInt(totals.maxWord);
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

    /** Adds the places of a term, and says where its list starts. */
    long add(PassageSource source) throws IOException {
      long start = out.getFilePointer();
      out.writeInt(source.count());
      for (int i = 0; i < source.count(); i++) {
        place(source, i, layout, out);
      }
      return start;
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
