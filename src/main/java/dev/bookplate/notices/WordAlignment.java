package dev.bookplate.notices;

import dev.bookplate.origin.Span;
import dev.bookplate.text.Words;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts the words of two stretches beside each other: the longest run that both have, then the same
 * before it and behind it, until nothing is left in common (J. W. Ratcliff and D. Metzener, Pattern
 * Matching: The Gestalt Approach, 1988). Of runs of equal length the first in the reference counts,
 * then the first in the document.
 */
final class WordAlignment {
  private final Words ref;
  private final Words doc;
  private final Span refRange;
  private final Span docRange;
  private final int[] partner;
  private final Map<Long, int[]> places;

  private record Block(int refStart, int docStart, int length) {}

  private record Range(int refFrom, int refTo, int docFrom, int docTo) {
    boolean isEmpty() {
      return refFrom >= refTo || docFrom >= docTo;
    }
  }

  private WordAlignment(Words ref, Span refRange, Words doc, Span docRange) {
    this.ref = ref;
    this.doc = doc;
    this.refRange = refRange;
    this.docRange = docRange;
    partner = new int[refRange.end() - refRange.start()];
    Arrays.fill(partner, -1);
    places = places();
  }

  static WordAlignment of(Words ref, Span refRange, Words doc, Span docRange) {
    WordAlignment alignment = new WordAlignment(ref, refRange, doc, docRange);
    alignment.align();
    return alignment;
  }

  /**
   * Where words that the document lacks could as well be those that stand a little before or behind
   * them, takes those that are whole lines: of {@code Ada Roe / Copyright by Ada Roe} without its
   * second line, the first name is there, not the other.
   *
   * @param lineStarts words of the reference that begin a line
   */
  void toLines(BitSet lineStarts) {
    int start = refRange.start() + 1;
    while (start < refRange.end()) {
      int end = start;
      while (end < refRange.end() && partner(end) < 0) {
        end++;
      }
      boolean isGap = end > start && end < refRange.end() && partner(start - 1) >= 0;
      if (isGap && partner(end) == partner(start - 1) + 1) {
        slide(start, end, lineStarts);
      }
      start = end + 1;
    }
  }

  private void slide(int start, int end, BitSet lineStarts) {
    int best = 0;
    int bestEdges = edges(start, end, lineStarts);
    for (int k = 1; partner(end + k - 1) == partner(end) + k - 1; k++) {
      if (ref.hash(start + k - 1) != ref.hash(end + k - 1)) {
        break;
      }
      int edges = edges(start + k, end + k, lineStarts);
      best = edges > bestEdges ? k : best;
      bestEdges = Math.max(edges, bestEdges);
    }
    for (int k = 1; partner(start - k) == partner(start - 1) - k + 1; k++) {
      if (partner(start - k) < 0 || ref.hash(start - k) != ref.hash(end - k)) {
        break;
      }
      int edges = edges(start - k, end - k, lineStarts);
      best = edges > bestEdges ? -k : best;
      bestEdges = Math.max(edges, bestEdges);
    }
    move(start, end, best);
  }

  private static int edges(int start, int end, BitSet lineStarts) {
    return (lineStarts.get(start) ? 1 : 0) + (lineStarts.get(end) ? 1 : 0);
  }

  private void move(int start, int end, int by) {
    for (int k = 0; k < by; k++) {
      partner[start + k - refRange.start()] = partner[end + k - refRange.start()];
      partner[end + k - refRange.start()] = -1;
    }
    for (int k = 1; k <= -by; k++) {
      partner[end - k - refRange.start()] = partner[start - k - refRange.start()];
      partner[start - k - refRange.start()] = -1;
    }
  }

  /** Ordinal of the document's word that a word of the reference is beside, or -1. */
  int partner(int refWord) {
    boolean isInside = refWord >= refRange.start() && refWord < refRange.end();
    return isInside ? partner[refWord - refRange.start()] : -1;
  }

  private Map<Long, int[]> places() {
    Map<Long, int[]> all = new HashMap<>();
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = docRange.start(); i < docRange.end(); i++) {
      counts.merge(doc.hash(i), 1, Integer::sum);
    }
    counts.forEach((hash, count) -> all.put(hash, new int[count]));
    for (int i = docRange.end() - 1; i >= docRange.start(); i--) {
      int left = counts.merge(doc.hash(i), -1, Integer::sum);
      all.get(doc.hash(i))[left] = i;
    }
    return all;
  }

  private void align() {
    Deque<Range> open = new ArrayDeque<>();
    open.push(new Range(refRange.start(), refRange.end(), docRange.start(), docRange.end()));
    int[] before = new int[docRange.end() - docRange.start() + 1];
    int[] now = new int[before.length];
    while (!open.isEmpty()) {
      Range range = open.pop();
      Block block = range.isEmpty() ? null : longest(range, before, now);
      if (block != null) {
        for (int i = 0; i < block.length; i++) {
          partner[block.refStart + i - refRange.start()] = block.docStart + i;
        }
        open.push(new Range(range.refFrom, block.refStart, range.docFrom, block.docStart));
        open.push(
            new Range(
                block.refStart + block.length,
                range.refTo,
                block.docStart + block.length,
                range.docTo));
      }
    }
  }

  /** Null where nothing is in common. The two arrays are all zero before and after. */
  private Block longest(Range range, int[] before, int[] now) {
    int[] last = before;
    int[] current = now;
    Block best = null;
    for (int i = range.refFrom; i < range.refTo; i++) {
      int[] at = places.getOrDefault(ref.hash(i), NONE);
      for (int place : at) {
        if (place >= range.docFrom && place < range.docTo) {
          int k = place - docRange.start() + 1;
          int length = 1 + (place > range.docFrom ? last[k - 1] : 0);
          current[k] = length;
          if (best == null || length > best.length) {
            best = new Block(i - length + 1, place - length + 1, length);
          }
        }
      }
      clear(last, i - 1, range);
      int[] swap = last;
      last = current;
      current = swap;
    }
    clear(last, range.refTo - 1, range);
    return best;
  }

  private static final int[] NONE = {};

  /** Takes back what a word of the reference had set. */
  private void clear(int[] lengths, int refWord, Range range) {
    if (refWord >= range.refFrom) {
      for (int place : places.getOrDefault(ref.hash(refWord), NONE)) {
        lengths[place - docRange.start() + 1] = 0;
      }
    }
  }
}
