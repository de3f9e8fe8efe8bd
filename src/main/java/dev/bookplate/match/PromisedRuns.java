package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settles which piece has the long unbroken runs of a document where pieces overlap, as they do in
 * text that repeats itself: else a long piece full of gaps would hide a short one without any.
 */
final class PromisedRuns {
  /** A run, and the number of the piece that it is part of. */
  private record Owned(Span document, int length, int owner) {}

  private final TreeMap<Integer, Owned> byStart = new TreeMap<>();

  /**
   * Settles the runs of some pieces, the longest first; of equal ones the better piece's.
   *
   * @param pieces the best first
   * @param words that a run must have
   */
  PromisedRuns(List<Piece> pieces, int words) {
    List<Owned> all = new ArrayList<>();
    for (int p = 0; p < pieces.size(); p++) {
      for (Piece run : pieces.get(p).unbroken(words)) {
        all.add(new Owned(run.docSpan(), run.exact(), p));
      }
    }
    all.sort(Comparator.comparingInt(Owned::length).reversed());
    for (Owned run : all) {
      Map.Entry<Integer, Owned> before = byStart.lowerEntry(run.document.end());
      if (before == null || before.getValue().document.end() <= run.document.start()) {
        byStart.put(run.document.start(), run);
      }
    }
  }

  /** The stretches of the document that a piece, by its number, has to leave to others' runs. */
  List<Span> othersThan(int piece, Span document) {
    List<Span> others = new ArrayList<>();
    Integer before = byStart.floorKey(document.start());
    int from = before == null ? document.start() : before;
    for (Owned run : byStart.subMap(from, true, document.end(), false).values()) {
      if (run.owner != piece && run.document.overlap(document) > 0) {
        others.add(run.document);
      }
    }
    return others;
  }
}
