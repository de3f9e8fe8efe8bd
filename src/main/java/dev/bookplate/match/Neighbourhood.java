package dev.bookplate.match;

import dev.bookplate.fingerprint.PassageFingerprinter;
import java.util.Arrays;

/**
 * Says of a place where a document and an edition share a fingerprint whether the words around it
 * go on alike, from a byte a word: so that the text of a book is opened for a passage, and not for
 * each chance phrase of a large library. Scores as {@link Extension} does; a byte that agrees by
 * chance only lets a place pass that the text then turns away. Belongs to one thread.
 */
final class Neighbourhood {
  /** Words that are looked at on either side. */
  static final int REACH = 32;

  private static final int MATCH = 2;
  private static final int REPLACED = -2;
  private static final int SHIFTED = -3;

  /** The longest run of words that is too little for a look. */
  private static final int TOO_LITTLE = PassageMaker.RUN - 1;

  /** Diagonals that are followed on either side of the seed's own. */
  private static final int BAND = 2;

  /** How far the score may fall below the best: over as many words as a bad page gets wrong. */
  private static final int DROP = 12;

  private static final int NONE = Integer.MIN_VALUE / 2;

  private final int shingle;
  private final HyphenatedRun hyphenated = new HyphenatedRun();
  private int[] row = new int[2 * BAND + 1];
  private int[] next = new int[2 * BAND + 1];

  /** For fingerprints of that many words. */
  Neighbourhood(int shingle) {
    this.shingle = shingle;
  }

  /**
   * Whether a place may be part of a passage.
   *
   * @param docAt word of the document that the seed starts with
   * @param ref bytes of the edition's words, {@link #REACH} before the seed, or from its start
   * @param refAt where in {@code ref} the seed starts
   * @param refCount bytes that are in {@code ref}
   */
  boolean isCredible(PassageFingerprinter doc, int docAt, byte[] ref, int refAt, int refCount) {
    int needed = (TOO_LITTLE + 1 - shingle) * MATCH;
    if (needed <= 0) {
      return true;
    }
    int behind = score(doc, docAt + shingle, 1, ref, refAt + shingle, refCount, needed);
    return behind >= needed
        || behind + score(doc, docAt - 1, -1, ref, refAt - 1, refCount, needed - behind) >= needed
        || isHyphenatedRun(doc, docAt, ref, refAt, refCount);
  }

  /**
   * Whether a place is in a run that only another reading of hyphens shows. Of a promised run there
   * are enough words beside the seed, on one side at least, that only a hyphen so near can hide it.
   */
  private boolean isHyphenatedRun(
      PassageFingerprinter doc, int docAt, byte[] ref, int refAt, int refs) {
    int before = 2 + TOO_LITTLE - shingle;
    int behind = TOO_LITTLE + 1;
    boolean doubtful = doc.isDoubtful(docAt - before, docAt + behind);
    for (int r = Math.max(0, refAt - before);
        r < Math.min(refs, refAt + behind) && !doubtful;
        r++) {
      doubtful = PassageFingerprinter.isDoubtful(ref[r]);
    }
    return doubtful && hyphenated.words(doc, docAt, ref, refAt, refs, TOO_LITTLE + 1) > TOO_LITTLE;
  }

  /** The best score of any way on from a place, or one that is enough. */
  private int score(
      PassageFingerprinter doc, int docAt, int step, byte[] ref, int refAt, int refs, int enough) {
    Arrays.fill(row, NONE);
    for (int d = 0; d <= BAND; d++) {
      row[BAND + d] = SHIFTED * d;
      row[BAND - d] = SHIFTED * d;
    }
    int best = 0;
    for (int i = 0; i < REACH && best < enough; i++) {
      int at = docAt + step * i;
      if (at < 0 || at >= doc.words()) {
        return best;
      }
      int highest = row(doc.wordByte(at), refAt + step * i, step, ref, refs);
      if (highest < best - DROP) {
        return best;
      }
      best = Math.max(best, highest);
    }
    return best;
  }

  /** Goes one word of the document on; returns the highest score of any diagonal. */
  private int row(byte word, int refAt, int step, byte[] ref, int refs) {
    int highest = NONE;
    for (int k = 0; k < next.length; k++) {
      int at = refAt + step * (k - BAND);
      boolean same = at >= 0 && at < refs && PassageFingerprinter.same(ref[at], word);
      int score = row[k] + (same ? MATCH : REPLACED);
      // a word of the document that the edition does not have
      score = k + 1 < row.length ? Math.max(score, row[k + 1] + SHIFTED) : score;
      // one of the edition that the document does not have
      score = k > 0 ? Math.max(score, next[k - 1] + SHIFTED) : score;
      next[k] = score;
      highest = Math.max(highest, score);
    }
    int[] old = row;
    row = next;
    next = old;
    return highest;
  }
}
