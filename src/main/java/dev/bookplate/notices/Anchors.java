package dev.bookplate.notices;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.PieceLine;
import dev.bookplate.text.Words;

/**
 * Where a finding's aligned stretches begin and end on both sides, in words.
 *
 * @param refStart first word of the reference that is aligned
 * @param docStart the document's word beside it
 * @param refEnd word behind the last of the reference that is aligned
 * @param docEnd the document's beside it
 */
record Anchors(int refStart, int docStart, int refEnd, int docEnd) {
  /** Null where nothing is aligned. */
  static Anchors of(FindingLine finding, Words ref, Words doc) {
    PieceLine first = null;
    PieceLine last = null;
    for (PassageLine passage : finding.passages()) {
      for (PieceLine piece : passage.pieces()) {
        if (piece.refStart() != null) {
          first = first == null || piece.refStart() < first.refStart() ? piece : first;
          last = last == null || piece.refEnd() > last.refEnd() ? piece : last;
        }
      }
    }
    return first == null
        ? null
        : new Anchors(
            word(ref, first.refStart()),
            word(doc, first.docStart()),
            word(ref, last.refEnd()),
            word(doc, last.docEnd()));
  }

  /** The first word that begins at a code point or behind it. */
  private static int word(Words words, int codePoint) {
    int at = words.text().offset();
    int points = 0;
    for (int i = 0; i < words.count(); i++) {
      points += words.text().codePoints(at, words.start(i));
      at = words.start(i);
      if (points >= codePoint) {
        return i;
      }
    }
    return words.count();
  }
}
