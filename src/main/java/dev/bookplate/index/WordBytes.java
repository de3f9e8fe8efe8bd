package dev.bookplate.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;

/**
 * How a segment keeps a byte for every word of every edition: one file, and where each edition
 * starts in it, so that a few words around a place can be read without reading the rest. That is
 * enough to tell a chance phrase from a passage, and costs a hundredth of opening the text.
 */
public final class WordBytes extends DocValuesFormat {
  static final String NAME = "BookplateWords1";
  static final int VERSION = 1;

  /** Made by Lucene, by the name that a segment has. */
  public WordBytes() {
    super(NAME);
  }

  @Override
  public DocValuesConsumer fieldsConsumer(SegmentWriteState state) {
    return new Writer(state);
  }

  @Override
  public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
    return new WordBytesReader(state);
  }

  static String file(String segment, String suffix) {
    return IndexFileNames.segmentFileName(segment, suffix, "bpw");
  }

  private static final class Writer extends DocValuesConsumer {
    private final SegmentWriteState state;

    Writer(SegmentWriteState state) {
      this.state = state;
    }

    @Override
    public void addBinaryField(FieldInfo field, DocValuesProducer values) throws IOException {
      List<long[]> starts = new ArrayList<>();
      try (IndexOutput out =
          state.directory.createOutput(
              file(state.segmentInfo.name, state.segmentSuffix), state.context)) {
        CodecUtil.writeIndexHeader(
            out, NAME, VERSION, state.segmentInfo.getId(), state.segmentSuffix);
        BinaryDocValues each = values.getBinary(field);
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
          starts.add(new long[] {doc, out.getFilePointer()});
          BytesRef bytes = each.binaryValue();
          out.writeBytes(bytes.bytes, bytes.offset, bytes.length);
        }
        starts.add(new long[] {state.segmentInfo.maxDoc(), out.getFilePointer()});
        long trailer = out.getFilePointer();
        out.writeInt(starts.size());
        for (long[] start : starts) {
          out.writeInt((int) start[0]);
          out.writeLong(start[1]);
        }
        out.writeLong(trailer);
        CodecUtil.writeFooter(out);
      }
    }

    @Override
    public void addNumericField(FieldInfo field, DocValuesProducer values) {
      throw other(field);
    }

    @Override
    public void addSortedField(FieldInfo field, DocValuesProducer values) {
      throw other(field);
    }

    @Override
    public void addSortedNumericField(FieldInfo field, DocValuesProducer values) {
      throw other(field);
    }

    @Override
    public void addSortedSetField(FieldInfo field, DocValuesProducer values) {
      throw other(field);
    }

    private static IllegalStateException other(FieldInfo field) {
      return new IllegalStateException(field.name + " is not a field of bytes");
    }

    @Override
    public void close() {}
  }
}
