package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts pieces together into passages: stretches of the document that one part of the work explains.
 */
final class Chains {
  /** Words of the document between pieces of one passage, whatever their order in the work. */
  private static final int NEAR_DOC = 12;

  /** Words of the work between them. */
  private static final int NEAR_REF = 300;

  /** Words of both between pieces that go on in the same order at the same pace. */
  private static final int FAR = 60;

  private Chains() {}

  /** Pieces in document order, as passages. */
  static List<List<Piece>> passages(List<Piece> pieces) {
    List<List<Piece>> passages = new ArrayList<>();
    List<Piece> current = new ArrayList<>();
    Span hull = null;
    for (Piece piece : pieces) {
      if (hull == null || !belongs(current.get(current.size() - 1), hull, piece)) {
        current = new ArrayList<>();
        passages.add(current);
        hull = piece.refSpan();
      }
      current.add(piece);
      hull =
          new Span(Math.min(hull.start(), piece.refStart()), Math.max(hull.end(), piece.refEnd()));
    }
    return passages.stream().map(Chains::inOrder).toList();
  }

  private static boolean belongs(Piece last, Span hull, Piece piece) {
    int docGap = piece.docStart() - last.docEnd();
    int refGap = piece.refStart() - last.refEnd();
    if (docGap <= NEAR_DOC) {
      return piece.refStart() - hull.end() <= NEAR_REF && hull.start() - piece.refEnd() <= NEAR_REF;
    }
    return docGap <= FAR
        && docGap <= Math.max(last.docSpan().length(), piece.docSpan().length())
        && (Math.abs(refGap - docGap) <= Math.max(SLACK, docGap / 2)
            // the work goes on where it stopped: a running head, a note, a stain
            || (refGap >= 0 && refGap <= NEAR_DOC));
  }

  private static final int SLACK = 8;

  /** Makes one piece of those that follow each other on both sides. */
  private static List<Piece> inOrder(List<Piece> pieces) {
    List<Piece> merged = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && follows(last, piece)) {
        List<Block> blocks = new ArrayList<>(last.blocks());
        blocks.addAll(piece.blocks());
        merged.set(merged.size() - 1, new Piece(List.copyOf(blocks)));
      } else {
        merged.add(piece);
      }
    }
    return List.copyOf(merged);
  }

  private static boolean follows(Piece last, Piece piece) {
    int refGap = piece.refStart() - last.refEnd();
    return refGap >= 0 && refGap <= FAR + (piece.docStart() - last.docEnd());
  }
}
