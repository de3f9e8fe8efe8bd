package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An aligned stretch, in order on both sides.
 *
 * @param blocks ascending on both sides, at least one
 */
record Piece(List<Block> blocks) {
  /** The better evidence first; places decide between equals. */
  static final Comparator<Piece> BEST_FIRST =
      Comparator.comparingInt(Piece::score)
          .reversed()
          .thenComparingInt(Piece::docStart)
          .thenComparingInt(Piece::refStart);

  static final Comparator<Piece> BY_DOCUMENT =
      Comparator.comparingInt(Piece::docStart).thenComparingInt(Piece::refStart);

  int docStart() {
    return blocks.get(0).doc();
  }

  int docEnd() {
    return blocks.get(blocks.size() - 1).docEnd();
  }

  int refStart() {
    return blocks.get(0).ref();
  }

  int refEnd() {
    return blocks.get(blocks.size() - 1).refEnd();
  }

  Span docSpan() {
    return new Span(docStart(), docEnd());
  }

  Span refSpan() {
    return new Span(refStart(), refEnd());
  }

  int exact() {
    int exact = 0;
    for (Block block : blocks) {
      exact += block.exact();
    }
    return exact;
  }

  /** Exact words less what the longer side has beside them. */
  int score() {
    int exact = exact();
    return exact - (Math.max(docSpan().length(), refSpan().length()) - exact);
  }

  /**
   * Whether a seed at a place of both texts can add nothing to this alignment: its word is aligned
   * here with that place, or with one so near that it is the same passage. A word that the
   * alignment passes over is not covered, however near: the seed may show a better way.
   */
  boolean covers(int doc, int ref, int slack) {
    if (doc < docStart() || doc >= docEnd()) {
      return false;
    }
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).doc() <= doc) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Block block = blocks.get(low);
    return doc < block.docEnd() && Math.abs(block.ref() + (doc - block.doc()) - ref) <= slack;
  }

  /** What is left outside of a stretch of the document, before it and behind it. */
  List<Piece> without(Span document) {
    List<Block> before = new ArrayList<>();
    List<Block> behind = new ArrayList<>();
    for (Block block : blocks) {
      if (block.docWords() != block.refWords()) {
        if (block.docEnd() <= document.start()) {
          before.add(block);
        } else if (block.doc() >= document.end()) {
          behind.add(block);
        }
        continue;
      }
      int kept = Math.min(block.docWords(), document.start() - block.doc());
      if (kept > 0) {
        before.add(new Block(block.doc(), kept, block.ref(), kept));
      }
      int cut = Math.max(0, document.end() - block.doc());
      if (cut < block.docWords()) {
        int left = block.docWords() - cut;
        behind.add(new Block(block.doc() + cut, left, block.ref() + cut, left));
      }
    }
    List<Piece> pieces = new ArrayList<>();
    if (!before.isEmpty()) {
      pieces.add(new Piece(before));
    }
    if (!behind.isEmpty()) {
      pieces.add(new Piece(behind));
    }
    return pieces;
  }
}
