package dev.bookplate.match;

import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Quotes both sides of a passage, up to a number of words, and marks where they differ. */
final class Quoter {
  private static final String ELLIPSIS = " […] ";

  private final Words doc;
  private final Words ref;
  private final int cap;

  /**
   * Quotes of up to {@code cap} words.
   *
   * @param cap words of the document a passage; 0 or less for no quotes at all
   */
  Quoter(Words doc, Words ref, int cap) {
    this.doc = doc;
    this.ref = ref;
    this.cap = cap;
  }

  /** The quote of a passage made of these pieces, or null where none may be kept. */
  Passage.Quote quote(List<Piece> pieces) {
    if (cap <= 0) {
      return null;
    }
    int first = pieces.get(0).docStart();
    int last = pieces.get(pieces.size() - 1).docEnd();
    int stop = Math.min(last, first + cap);
    String document = doc.quote(first, stop);
    Reference reference = new Reference(first);
    for (Piece piece : pieces) {
      if (piece.docStart() < stop) {
        reference.add(piece, stop);
      }
    }
    reference.differ(stop, reference.refAt);
    return new Passage.Quote(
        document, reference.text.toString(), List.copyOf(reference.edits), stop < last);
  }

  /** The reference's side as it grows, with its differences from the document's. */
  private final class Reference {
    private final StringBuilder text = new StringBuilder();
    private final List<Passage.Edit> edits = new ArrayList<>();
    private final Words.Places docPlaces = doc.places();
    private final int docBase;
    private int docAt;
    private int refAt;
    private int refFrom;
    private int textFrom;

    Reference(int first) {
      docBase = docPlaces.of(first, first + 1).start();
      docAt = first;
    }

    /** Adds what of a piece stands before word {@code stop} of the document. */
    void add(Piece piece, int stop) {
      List<Block> blocks = new ArrayList<>();
      for (Block block : piece.blocks()) {
        if (block.docEnd() <= stop) {
          blocks.add(block);
        } else if (block.doc() < stop && block.docWords() == block.refWords()) {
          int words = stop - block.doc();
          blocks.add(new Block(block.doc(), words, block.ref(), words));
        }
      }
      if (blocks.isEmpty()) {
        return;
      }
      startAt(piece.refStart());
      int end = blocks.get(blocks.size() - 1).refEnd();
      text.append(ref.quote(refFrom, end));
      for (Block block : blocks) {
        differ(block.doc(), block.ref());
        docAt = block.docEnd();
        refAt = block.refEnd();
      }
    }

    private void startAt(int refStart) {
      if (text.length() > 0) {
        text.append(ELLIPSIS);
      }
      refFrom = refStart;
      refAt = refStart;
      textFrom = text.codePointCount(0, text.length());
    }

    /** Notes what lies between the last block and a place on either side. */
    void differ(int docTo, int refTo) {
      if (docTo > docAt || refTo > refAt) {
        edits.add(new Passage.Edit(docSpan(docTo), refSpan(refTo)));
      }
    }

    private Span docSpan(int to) {
      if (to > docAt) {
        Span span = docPlaces.of(docAt, to);
        return new Span(span.start() - docBase, span.end() - docBase);
      }
      int at = docAt == 0 ? 0 : Math.max(0, docPlaces.of(docAt - 1, docAt).end() - docBase);
      return new Span(at, at);
    }

    private Span refSpan(int to) {
      int from = textFrom + codePoints(refFrom, refAt);
      if (to <= refAt) {
        int at = refAt > refFrom ? textFrom + quoted(refFrom, refAt) : from;
        return new Span(at, at);
      }
      return new Span(from, textFrom + quoted(refFrom, to));
    }

    /** Code points from the start of one word to the start of another. */
    private int codePoints(int first, int word) {
      return word == first ? 0 : ref.text().codePoints(ref.start(first), ref.start(word));
    }

    /** Code points from the start of one word to the end of the one before another. */
    private int quoted(int first, int last) {
      return ref.text().codePoints(ref.start(first), ref.end(last - 1));
    }
  }
}
