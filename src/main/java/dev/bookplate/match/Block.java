package dev.bookplate.match;

/**
 * Words that align: as many on both sides and equal one by one, or one word against two that are
 * the same letters when written together.
 *
 * @param doc first word in the document
 * @param docWords words there
 * @param ref first word in the reference
 * @param refWords words there
 */
record Block(int doc, int docWords, int ref, int refWords) {
  int docEnd() {
    return doc + docWords;
  }

  int refEnd() {
    return ref + refWords;
  }

  /** Words that count as exact: of one against two, one. */
  int exact() {
    return Math.min(docWords, refWords);
  }

  /** Whether the other goes on where this ends, on both sides. */
  boolean touches(Block next) {
    return docEnd() == next.doc && refEnd() == next.ref;
  }
}
