package dev.bookplate.index;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/** The places of one term, as Lucene sees them. */
final class PassagePlaces extends PostingsEnum {
  private final BytesRef payload = new BytesRef(new byte[Integer.BYTES]);
  private long[] places = new long[16];
  private int[] around = new int[16];
  private int count;
  private int document;
  private int from;
  private int to;
  private int next;

  void reset(PassageTable.Cursor cursor) throws IOException {
    count = cursor.count();
    if (places.length < count) {
      places = new long[count];
      around = new int[count];
    }
    for (int i = 0; i < count; i++) {
      places[i] = cursor.place(i);
      around[i] = cursor.around(i);
    }
    document = -1;
    from = 0;
    to = 0;
  }

  @Override
  public int docID() {
    return document;
  }

  @Override
  public int nextDoc() {
    from = to;
    next = from;
    if (from == count) {
      document = NO_MORE_DOCS;
      return document;
    }
    document = (int) (places[from] >>> 32);
    while (to < count && (int) (places[to] >>> 32) == document) {
      to++;
    }
    return document;
  }

  @Override
  public int advance(int target) throws IOException {
    return slowAdvance(target);
  }

  @Override
  public long cost() {
    return count;
  }

  @Override
  public int freq() {
    return to - from;
  }

  @Override
  public int nextPosition() {
    return (int) places[next++];
  }

  @Override
  public int startOffset() {
    return -1;
  }

  @Override
  public int endOffset() {
    return -1;
  }

  @Override
  public BytesRef getPayload() {
    BitUtil.VH_LE_INT.set(payload.bytes, 0, around[next - 1]);
    return payload;
  }
}
