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
   * How well this alignment settles a seed at a place of both texts: the words of the block that
   * aligns the seed's word with a place no more than {@code slack} away, without end where that is
   * the seed's own, and 0 where the alignment passes over the word, however near: the seed may show
   * a better way.
   */
  int settles(int doc, int ref, int slack) {
    if (doc < docStart() || doc >= docEnd()) {
      return 0;
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
    int shift = Math.abs(block.ref() + (doc - block.doc()) - ref);
    if (doc >= block.docEnd() || shift > slack) {
      return 0;
    }
    return shift == 0 ? Integer.MAX_VALUE : block.exact();
  }

  /** What is left outside of stretches of the document, in its order. */
  List<Piece> without(List<Span> document) {
    List<Piece> rest = List.of(this);
    for (Span span : document) {
      List<Piece> next = new ArrayList<>();
      for (Piece part : rest) {
        if (part.docSpan().overlap(span) == 0) {
          next.add(part);
        } else {
          next.addAll(part.without(span));
        }
      }
      rest = next;
    }
    return rest;
  }

  /** Its stretches without a gap on either side that have at least so many words. */
  List<Piece> unbroken(int words) {
    List<Piece> runs = new ArrayList<>();
    int from = 0;
    for (int b = 1; b <= blocks.size(); b++) {
      if (b == blocks.size() || !blocks.get(b - 1).touches(blocks.get(b))) {
        Piece run = new Piece(blocks.subList(from, b));
        if (Math.max(run.docSpan().length(), run.refSpan().length()) >= words) {
          runs.add(run);
        }
        from = b;
      }
    }
    return runs;
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
