package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stretches of a document that are given away already. */
final class Taken {
  private final TreeMap<Integer, Span> byStart = new TreeMap<>();

  void add(Span span) {
    byStart.put(span.start(), span);
  }

  /** The piece itself where nothing of it is taken, else what is left of it. */
  List<Piece> freeOf(Piece piece) {
    Map.Entry<Integer, Span> before = byStart.floorEntry(piece.docStart());
    int from = before == null ? piece.docStart() : before.getKey();
    return piece.without(List.copyOf(byStart.subMap(from, true, piece.docEnd(), false).values()));
  }
}
