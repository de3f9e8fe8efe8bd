package dev.bookplate.match;

import java.io.IOException;

/**
 * A ground, other than text, to say that a document is of a work.
 *
 * @param reference the work, and its edition where the catalogue has its text
 * @param rule that grades it
 * @param evidence its measure, and a quote where there is one
 */
public record Hit(Finding.Reference reference, HitRule rule, Finding.Evidence evidence) {
  /** Of a book of a catalogue. */
  public static Hit of(KnownBook book, HitRule rule, Finding.Evidence evidence) throws IOException {
    return new Hit(book.of().reference(), rule, evidence);
  }

  /** Same for all that is of one work of one catalogue. */
  String work() {
    return key(reference);
  }

  static String key(Finding.Reference reference) {
    return reference.catalogue() + "\n" + reference.work().id();
  }
}
