package dev.bookplate.index;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** A table as Lucene sees it, for merges and checks. */
final class PassageTerms extends Terms {
  private final PassageTable table;

  PassageTerms(PassageTable table) {
    this.table = table;
  }

  /** The table itself, for lookups. */
  PassageTable table() {
    return table;
  }

  @Override
  public TermsEnum iterator() throws IOException {
    return new Each(table.cursor());
  }

  @Override
  public long size() {
    return table.counts().terms();
  }

  @Override
  public long getSumTotalTermFreq() {
    return table.counts().places();
  }

  @Override
  public long getSumDocFreq() {
    return table.counts().documentFrequency();
  }

  @Override
  public int getDocCount() {
    return table.counts().documents();
  }

  @Override
  public boolean hasFreqs() {
    return true;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return true;
  }

  @Override
  public boolean hasPayloads() {
    return true;
  }

  private static final class Each extends BaseTermsEnum {
    private final PassageTable.Cursor cursor;
    private final BytesRef term = new BytesRef(new byte[IndexFormat.TERM_BYTES]);

    Each(PassageTable.Cursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public BytesRef next() throws IOException {
      return cursor.next() ? term() : null;
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) throws IOException {
      // any bytes may be asked for: longer ones stand behind their first six
      BytesRef six = new BytesRef(new byte[IndexFormat.TERM_BYTES]);
      System.arraycopy(
          text.bytes, text.offset, six.bytes, 0, Math.min(text.length, six.bytes.length));
      if (!cursor.ceil(IndexFormat.term(six))) {
        return SeekStatus.END;
      }
      if (text.length > IndexFormat.TERM_BYTES && term().compareTo(text) < 0 && !cursor.next()) {
        return SeekStatus.END;
      }
      return term().equals(text) ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
    }

    @Override
    public void seekExact(long ord) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }

    @Override
    public BytesRef term() throws IOException {
      IndexFormat.write(cursor.term(), term.bytes);
      return term;
    }

    @Override
    public int docFreq() throws IOException {
      int documents = 0;
      long last = -1;
      for (int i = 0; i < cursor.count(); i++) {
        long document = cursor.place(i) >>> 32;
        documents += document == last ? 0 : 1;
        last = document;
      }
      return documents;
    }

    @Override
    public long totalTermFreq() {
      return cursor.count();
    }

    @Override
    public PostingsEnum postings(PostingsEnum reuse, int flags) throws IOException {
      PassagePlaces places = reuse instanceof PassagePlaces own ? own : new PassagePlaces();
      places.reset(cursor);
      return places;
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
      return new SlowImpactsEnum(postings(null, flags));
    }
  }
}
