package dev.bookplate.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Pieces that were found by going through a document, and which places they settle. Only the last
 * ones and the long ones are asked: a place belongs to a piece that started shortly before it, or
 * to a long one, and text that repeats itself gives thousands of others.
 */
final class Covered {
  /** How far a place may be off an alignment and still be of the same passage, in words. */
  private static final int SLACK = 8;

  private static final int RECENT = 64;
  private static final int LONG = 200;

  /** Words of an unbroken run that is sure to be reported. */
  private static final int SETTLED = 25;

  private final List<Piece> pieces = new ArrayList<>();
  private final BitSet settled = new BitSet();
  private final List<Piece> longOnes = new ArrayList<>();

  /** All of them, in the order that they were found. */
  List<Piece> pieces() {
    return pieces;
  }

  void add(Piece piece) {
    pieces.add(piece);
    if (piece.docSpan().length() >= LONG) {
      longOnes.add(piece);
    }
    for (Block block : piece.blocks()) {
      if (block.exact() >= SETTLED) {
        settled.set(block.doc(), block.docEnd());
      }
    }
  }

  /**
   * Whether a word of the document is in an unbroken run that is found already, anywhere in the
   * book: enough where text repeats itself so often that every place cannot be tried.
   */
  boolean settles(int doc) {
    return settled.get(doc);
  }

  /** How well a seed at this place is settled, at best: as {@link Piece#settles} has it. */
  int settles(int doc, int ref) {
    return Math.max(best(longOnes, doc, ref), best(pieces, doc, ref));
  }

  private static int best(List<Piece> pieces, int doc, int ref) {
    int best = 0;
    int last = Math.max(0, pieces.size() - RECENT);
    for (int i = pieces.size() - 1; i >= last && best < SETTLED; i--) {
      best = Math.max(best, pieces.get(i).settles(doc, ref, SLACK));
    }
    return best;
  }
}
