package dev.bookplate.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Hashes, with positions or without, as Lucene's tokens. */
final class HashTokens extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final BytesRef bytes = new BytesRef(new byte[Long.BYTES]);
  private final long[] hashes;
  private final int[] positions;
  private final int count;
  private int next;
  private int last = -1;

  /** Positions ascend, or are null. */
  HashTokens(long[] hashes, int[] positions, int count) {
    this.hashes = hashes;
    this.positions = positions;
    this.count = count;
  }

  @Override
  public boolean incrementToken() {
    if (next >= count) {
      return false;
    }
    clearAttributes();
    NumericUtils.longToSortableBytes(IndexFormat.term(hashes[next]), bytes.bytes, 0);
    term.setBytesRef(bytes);
    if (positions != null) {
      increment.setPositionIncrement(positions[next] - last);
      last = positions[next];
    }
    next++;
    return true;
  }

  @Override
  public void reset() {
    next = 0;
    last = -1;
  }
}
