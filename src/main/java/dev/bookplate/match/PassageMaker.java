package dev.bookplate.match;

import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes passages of pieces: measures, places in the texts, quotes; and drops what is too little.
 */
final class PassageMaker {
  /** An unbroken run of so many words is worth a look by itself. */
  private static final int RUN = 12;

  /** So many exact words are, where at least half of the longer side is exact. */
  private static final int EXACT = 16;

  private static final double IDENTITY = 0.5;

  private final Words ref;
  private final Quoter quoter;
  private final Words.Places docPlaces;
  private final Words.Places refPlaces;

  PassageMaker(Words doc, Words ref, int quoteWords) {
    this.ref = ref;
    quoter = new Quoter(doc, ref, quoteWords);
    docPlaces = doc.places();
    refPlaces = ref.places();
  }

  /** The passages of an edition in a document, in its order. */
  List<Passage> passages(List<Piece> pieces) {
    List<Passage> passages = new ArrayList<>();
    for (List<Piece> chain : Chains.passages(pieces)) {
      Passage passage = passage(chain);
      if (passage != null) {
        passages.add(passage);
      }
    }
    return passages;
  }

  /** One passage, or null where the pieces are too little for a look. */
  private Passage passage(List<Piece> pieces) {
    Span words = new Span(pieces.get(0).docStart(), pieces.get(pieces.size() - 1).docEnd());
    int exact = pieces.stream().mapToInt(Piece::exact).sum();
    int refWords = pieces.stream().mapToInt(p -> p.refSpan().length()).sum();
    double identity = (double) exact / Math.max(words.length(), refWords);
    int run = longestRun(pieces);
    if (run < RUN && (exact < EXACT || identity < IDENTITY)) {
      return null;
    }
    return new Passage(
        docPlaces.of(words.start(), words.end()),
        hull(pieces),
        words,
        words.length(),
        exact,
        run,
        identity,
        pieces.stream().map(this::place).toList(),
        exactReference(pieces),
        null,
        Substance.lack(ref, pieces),
        List.of(),
        quoter.quote(pieces));
  }

  private Span hull(List<Piece> pieces) {
    int first = pieces.stream().mapToInt(Piece::refStart).min().orElseThrow();
    int last = pieces.stream().mapToInt(Piece::refEnd).max().orElseThrow();
    return refPlaces.of(first, last);
  }

  private Passage.Piece place(Piece piece) {
    return new Passage.Piece(
        docPlaces.of(piece.docStart(), piece.docEnd()),
        refPlaces.of(piece.refStart(), piece.refEnd()));
  }

  private static int longestRun(List<Piece> pieces) {
    int longest = 0;
    for (Piece piece : pieces) {
      int run = 0;
      Block last = null;
      for (Block block : piece.blocks()) {
        run = last != null && last.touches(block) ? run + block.exact() : block.exact();
        longest = Math.max(longest, run);
        last = block;
      }
    }
    return longest;
  }

  private static List<Span> exactReference(List<Piece> pieces) {
    List<Span> spans = new ArrayList<>();
    for (Piece piece : pieces) {
      for (Block block : piece.blocks()) {
        spans.add(new Span(block.ref(), block.refEnd()));
      }
    }
    spans.sort(Comparator.comparingInt(Span::start));
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.start() <= last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
