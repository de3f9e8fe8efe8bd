package dev.bookplate.match;

import dev.bookplate.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Extends a pair of places in one direction as far as the two texts agree well enough. For each
 * number of differences it keeps how far every diagonal gets, runs along equal words for nothing,
 * and gives up a diagonal whose score has fallen too far below the best (the greedy alignment of
 * Zhang, Schwartz, Wagner and Miller, 2000). A difference is a word replaced, added or left out, or
 * one word against two that are the same letters.
 *
 * <p>A matching word scores 2, a replaced one -2, an added or missing one -3. Belongs to one
 * thread.
 */
final class Extension {
  /** What a difference costs; the words that it passes over earn one a side. */
  private static final int COST = 4;

  private static final byte START = 0;
  private static final byte REPLACED = 1;
  private static final byte ADDED = 2;
  private static final byte LEFT_OUT = 3;
  private static final byte PARTED = 4;
  private static final byte MERGED = 5;

  /** How far each diagonal got with one number of differences. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Front(int low, int[] reach, byte[] by) {
    int reach(int diagonal) {
      int i = diagonal - low;
      return i < 0 || i >= reach.length ? -1 : reach[i];
    }
  }

  private final Words doc;
  private final Words ref;
  private final int drop;

  private int docFrom;
  private int refFrom;
  private int step;
  private int docLimit;
  private int refLimit;
  private int best;

  /**
   * Between two texts.
   *
   * @param drop how far the score may fall below the best before a diagonal is given up
   */
  Extension(Words doc, Words ref, int drop) {
    this.doc = doc;
    this.ref = ref;
    this.drop = drop;
  }

  /** Aligned blocks from word {@code docStart} and {@code refStart} on, ascending. */
  List<Block> forward(int docStart, int refStart, int docStop) {
    docFrom = docStart;
    refFrom = refStart;
    step = 1;
    docLimit = docStop - docStart;
    refLimit = ref.count() - refStart;
    return run();
  }

  /** Aligned blocks that end before word {@code docStart} and {@code refStart}, ascending. */
  List<Block> backward(int docStart, int refStart, int docStop) {
    docFrom = docStart - 1;
    refFrom = refStart - 1;
    step = -1;
    docLimit = docStart - docStop;
    refLimit = refStart;
    return run();
  }

  private List<Block> run() {
    List<Front> fronts = new ArrayList<>();
    int start = slide(0, 0);
    fronts.add(new Front(0, new int[] {start}, new byte[] {START}));
    best = 2 * start;
    int bestFront = 0;
    int bestDiagonal = 0;
    for (int e = 1; ; e++) {
      Front front = next(fronts.get(e - 1), e);
      if (front == null) {
        break;
      }
      fronts.add(front);
      for (int d = front.low; d < front.low + front.reach.length; d++) {
        int score = score(front.reach(d), d, e);
        if (front.reach(d) >= 0 && score > best) {
          best = score;
          bestFront = e;
          bestDiagonal = d;
        }
      }
    }
    return blocks(fronts, bestFront, bestDiagonal);
  }

  private static int score(int reach, int diagonal, int differences) {
    return 2 * reach - diagonal - COST * differences;
  }

  /** One more difference on every diagonal that is still in the race; null when none is. */
  private Front next(Front front, int e) {
    int low = front.low - 1;
    int[] reach = new int[front.reach.length + 2];
    byte[] by = new byte[reach.length];
    int first = -1;
    int last = -1;
    for (int k = 0; k < reach.length; k++) {
      int diagonal = low + k;
      reach[k] = furthest(front, diagonal, by, k);
      if (reach[k] >= 0) {
        reach[k] = slide(reach[k], diagonal);
        if (score(reach[k], diagonal, e) < best - drop) {
          reach[k] = -1;
        } else {
          first = first < 0 ? k : first;
          last = k;
        }
      }
    }
    return first < 0
        ? null
        : new Front(
            low + first,
            Arrays.copyOfRange(reach, first, last + 1),
            Arrays.copyOfRange(by, first, last + 1));
  }

  /** A diagonal is the document's word less the reference's, both counted from the start. */
  private int furthest(Front front, int diagonal, byte[] by, int k) {
    int reach = -1;
    int same = front.reach(diagonal);
    if (same >= 0 && inside(same + 1, diagonal)) {
      reach = same + 1;
      by[k] = REPLACED;
    }
    int added = front.reach(diagonal - 1);
    if (added >= 0 && added + 1 > reach && inside(added + 1, diagonal)) {
      reach = added + 1;
      by[k] = ADDED;
    }
    int leftOut = front.reach(diagonal + 1);
    if (leftOut > reach && inside(leftOut, diagonal)) {
      reach = leftOut;
      by[k] = LEFT_OUT;
    }
    if (added >= 0 && added + 2 >= reach && parted(added, added - diagonal + 1)) {
      reach = added + 2;
      by[k] = PARTED;
    }
    if (leftOut >= 0 && leftOut + 1 >= reach && merged(leftOut, leftOut - diagonal - 1)) {
      reach = leftOut + 1;
      by[k] = MERGED;
    }
    return reach;
  }

  private boolean inside(int reach, int diagonal) {
    return reach <= docLimit && reach - diagonal >= 0 && reach - diagonal <= refLimit;
  }

  private int slide(int reach, int diagonal) {
    int i = reach;
    int j = reach - diagonal;
    while (i < docLimit && j < refLimit && doc.hash(doc(i)) == ref.hash(ref(j))) {
      i++;
      j++;
    }
    return i;
  }

  private int doc(int i) {
    return docFrom + step * i;
  }

  private int ref(int j) {
    return refFrom + step * j;
  }

  /** Whether two words of the document are the reference's one. */
  private boolean parted(int i, int j) {
    return i + 2 <= docLimit
        && j >= 0
        && j < refLimit
        && doc.joined(Math.min(doc(i), doc(i + 1))) == ref.hash(ref(j));
  }

  /** Whether two words of the reference are the document's one. */
  private boolean merged(int i, int j) {
    return j >= 0
        && j + 2 <= refLimit
        && i < docLimit
        && ref.joined(Math.min(ref(j), ref(j + 1))) == doc.hash(doc(i));
  }

  private List<Block> blocks(List<Front> fronts, int bestFront, int bestDiagonal) {
    List<Block> blocks = new ArrayList<>();
    int diagonal = bestDiagonal;
    for (int e = bestFront; e >= 0; e--) {
      Front front = fronts.get(e);
      int end = front.reach(diagonal);
      byte by = front.by[diagonal - front.low];
      int before = diagonal - shift(by);
      int from = e == 0 ? 0 : fronts.get(e - 1).reach(before);
      int start = from + passed(by);
      add(blocks, start, end - start, start - diagonal, end - start);
      if (by == PARTED) {
        add(blocks, from, 2, from - before, 1);
      } else if (by == MERGED) {
        add(blocks, from, 1, from - before, 2);
      }
      diagonal = before;
    }
    Collections.reverse(blocks);
    int reach = fronts.get(bestFront).reach(bestDiagonal);
    prolong(blocks, reach, reach - bestDiagonal);
    if (step < 0) {
      Collections.reverse(blocks);
    }
    return blocks;
  }

  /**
   * Goes on from the best place as long as the texts have the same letters: two readings of a
   * hyphen cost more than the few words behind them earn, but they do not end a run.
   */
  private void prolong(List<Block> blocks, int docReach, int refReach) {
    int i = docReach;
    int j = refReach;
    while (true) {
      int docWords = parted(i, j) ? 2 : 1;
      int refWords = docWords == 1 && merged(i, j) ? 2 : 1;
      if (docWords == refWords) {
        return;
      }
      add(blocks, i, docWords, j, refWords);
      i += docWords;
      j += refWords;
      int end = slide(i, i - j);
      add(blocks, i, end - i, j, end - i);
      j += end - i;
      i = end;
    }
  }

  private static int shift(byte by) {
    return switch (by) {
      case ADDED, PARTED -> 1;
      case LEFT_OUT, MERGED -> -1;
      default -> 0;
    };
  }

  /** Words of the document that a difference passes over. */
  private static int passed(byte by) {
    return switch (by) {
      case REPLACED, ADDED, MERGED -> 1;
      case PARTED -> 2;
      default -> 0;
    };
  }

  private void add(List<Block> blocks, int i, int docWords, int j, int refWords) {
    if (docWords > 0) {
      int docAt = step > 0 ? doc(i) : doc(i + docWords - 1);
      int refAt = step > 0 ? ref(j) : ref(j + refWords - 1);
      blocks.add(new Block(docAt, docWords, refAt, refWords));
    }
  }
}
