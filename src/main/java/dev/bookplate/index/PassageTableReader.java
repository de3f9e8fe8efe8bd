package dev.bookplate.index;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.IndexInput;

/** Opens the table of a segment: maps its file, and reads its end only. */
final class PassageTableReader extends FieldsProducer {
  private final IndexInput in;
  private final String field;
  private final PassageTable table;

  PassageTableReader(SegmentReadState state) throws IOException {
    String file = PassagePostings.file(state.segmentInfo.name, state.segmentSuffix);
    in = state.directory.openInput(file, state.context);
    try {
      CodecUtil.checkIndexHeader(
          in,
          PassagePostings.NAME,
          PassagePostings.VERSION,
          PassagePostings.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      CodecUtil.retrieveChecksum(in);
      in.seek(in.length() - CodecUtil.footerLength() - Long.BYTES);
      in.seek(in.readLong());
      field = in.readString();
      PassageLayout layout = PassageLayout.read(in);
      PassageTable.Counts counts =
          new PassageTable.Counts(
              in.readLong(), in.readLong(), in.readLong(), in.readInt(), in.readInt());
      PassageTable.Sections sections =
          new PassageTable.Sections(in.readLong(), in.readLong(), in.readLong());
      table = new PassageTable(in, layout, counts, sections);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public Iterator<String> iterator() {
    return List.of(field).iterator();
  }

  @Override
  public Terms terms(String name) {
    return field.equals(name) ? new PassageTerms(table) : null;
  }

  @Override
  public int size() {
    return 1;
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
