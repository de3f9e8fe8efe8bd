package dev.bookplate.match;

import dev.bookplate.fingerprint.PassageFingerprinter;
import java.util.Arrays;

/**
 * Follows an unbroken run of words through a place where a document and an edition share a
 * fingerprint, by a byte a word, where words have hyphens that can be read in two ways: one word of
 * either side may then be two of the other, and counts as two, as it does in a passage. What those
 * letters are is not looked at; the text turns away what so passes by chance. Belongs to one
 * thread.
 */
final class HyphenatedRun {
  /** By how many words the texts may get out of step. */
  private static final int BAND = 8;

  private PassageFingerprinter doc;
  private byte[] ref;
  private int refs;

  /**
   * Words of the run by how far the edition is ahead, at this word of the document and the next.
   */
  private int[] here = new int[2 * BAND + 1];

  private int[] next = new int[2 * BAND + 1];
  private int[] second = new int[2 * BAND + 1];

  /**
   * Words of the run, those of the fingerprint with them.
   *
   * @param docAt word of the document that the fingerprint starts with, or with a part of it
   * @param inRef bytes of the edition's words
   * @param refAt where in {@code inRef} the fingerprint starts
   * @param refCount bytes that are in {@code inRef}
   * @param enough words after which no more are counted
   */
  int words(PassageFingerprinter of, int docAt, byte[] inRef, int refAt, int refCount, int enough) {
    doc = of;
    ref = inRef;
    refs = refCount;
    int behind = words(docAt, refAt, 1, enough);
    return behind >= enough ? behind : behind + words(docAt - 1, refAt - 1, -1, enough - behind);
  }

  private int words(int docAt, int refAt, int step, int enough) {
    start(docAt, refAt, step);
    int best = 0;
    boolean alive = true;
    for (int d = docAt; alive && best < enough && isInDoc(d); d += step) {
      alive = false;
      int shift = refAt - docAt;
      for (int k = 0; k < here.length; k++) {
        int r = d + shift + step * (k - BAND);
        if (here[k] >= 0 && r >= 0 && r < refs) {
          pass(d, r, k, step);
          best = Math.max(best, here[k]);
        }
        alive |= next[k] >= 0 || second[k] >= 0;
      }
      int[] passed = here;
      here = next;
      next = second;
      second = passed;
      Arrays.fill(second, -1);
    }
    return Math.max(best, Math.max(most(here), most(next)));
  }

  /**
   * At a doubtful word the fingerprint may have started with a part of it: its other part is one.
   */
  private void start(int docAt, int refAt, int step) {
    Arrays.fill(here, -1);
    Arrays.fill(next, -1);
    Arrays.fill(second, -1);
    here[BAND] = 0;
    if (step < 0 && (isDoubtfulDoc(docAt + 1) || isDoubtfulRef(refAt + 1))) {
      here[BAND + 1] = 1;
      next[BAND - 1] = 1;
    }
  }

  private void pass(int d, int r, int k, int step) {
    int words = here[k];
    if (PassageFingerprinter.same(doc.wordByte(d), ref[r])) {
      next[k] = Math.max(next[k], words + 1);
    }
    // of two words it is the first that is known to be doubtful
    boolean docPair = isDoubtfulDoc(step > 0 ? d : d + step);
    boolean refPair = isDoubtfulRef(step > 0 ? r : r + step);
    boolean docWord = isDoubtfulDoc(d);
    boolean refWord = isDoubtfulRef(r);
    if (docWord || refWord) {
      next[k] = Math.max(next[k], words + 1);
    }
    if ((docWord || refPair) && k + 1 < next.length) {
      next[k + 1] = Math.max(next[k + 1], words + 2);
    }
    if ((docPair || refWord) && k > 0) {
      second[k - 1] = Math.max(second[k - 1], words + 2);
    }
  }

  private static int most(int[] words) {
    int most = 0;
    for (int each : words) {
      most = Math.max(most, each);
    }
    return most;
  }

  private boolean isInDoc(int word) {
    return word >= 0 && word < doc.words();
  }

  private boolean isDoubtfulDoc(int word) {
    return isInDoc(word) && PassageFingerprinter.isDoubtful(doc.wordByte(word));
  }

  private boolean isDoubtfulRef(int at) {
    return at >= 0 && at < refs && PassageFingerprinter.isDoubtful(ref[at]);
  }
}
