package dev.bookplate.match;

import dev.bookplate.text.Words;

/** The best score of an alignment from the start of two texts, by filling the whole table. */
final class SlowAligner {
  private SlowAligner() {}

  /** The best score over all places where the alignment may end. */
  static int best(Words doc, Words ref) {
    int[][] score = new int[doc.count() + 1][ref.count() + 1];
    int best = 0;
    for (int i = 0; i <= doc.count(); i++) {
      for (int j = 0; j <= ref.count(); j++) {
        score[i][j] = i + j == 0 ? 0 : Integer.MIN_VALUE / 2;
        if (i > 0) {
          better(score, i, j, score[i - 1][j] - 3);
        }
        if (j > 0) {
          better(score, i, j, score[i][j - 1] - 3);
        }
        if (i > 0 && j > 0) {
          boolean equal = doc.hash(i - 1) == ref.hash(j - 1);
          better(score, i, j, score[i - 1][j - 1] + (equal ? 2 : -2));
        }
        if (i > 1 && j > 0 && doc.joined(i - 2) == ref.hash(j - 1)) {
          better(score, i, j, score[i - 2][j - 1] - 1);
        }
        if (i > 0 && j > 1 && ref.joined(j - 2) == doc.hash(i - 1)) {
          better(score, i, j, score[i - 1][j - 2] - 1);
        }
        best = Math.max(best, score[i][j]);
      }
    }
    return best;
  }

  private static void better(int[][] score, int i, int j, int value) {
    score[i][j] = Math.max(score[i][j], value);
  }
}
