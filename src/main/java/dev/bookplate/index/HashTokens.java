package dev.bookplate.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/** Hashes as Lucene's tokens: alone, or with their places. */
final class HashTokens extends TokenStream {
  /** Says of the shingle that starts with a word what stands around it. */
  @FunctionalInterface
  interface Around {
    int of(int position);
  }

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PayloadAttribute payload;
  private final BytesRef bytes = new BytesRef(new byte[IndexFormat.TERM_BYTES]);
  private final BytesRef four = new BytesRef(new byte[Integer.BYTES]);
  private final long[] hashes;
  private final int[] positions;
  private final Around around;
  private final int count;
  private int next;
  private int last = -1;

  /** Without places. */
  HashTokens(long[] hashes) {
    this(hashes, null, null, hashes.length);
  }

  /** Positions ascend. */
  HashTokens(long[] hashes, int[] positions, Around around, int count) {
    this.hashes = hashes;
    this.positions = positions;
    this.around = around;
    this.count = count;
    payload = around == null ? null : addAttribute(PayloadAttribute.class);
  }

  @Override
  public boolean incrementToken() {
    if (next >= count) {
      return false;
    }
    clearAttributes();
    IndexFormat.write(IndexFormat.term(hashes[next]), bytes.bytes);
    term.setBytesRef(bytes);
    if (positions != null) {
      increment.setPositionIncrement(positions[next] - last);
      last = positions[next];
      BitUtil.VH_LE_INT.set(four.bytes, 0, around.of(last));
      payload.setPayload(four);
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
