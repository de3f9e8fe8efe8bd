package dev.bookplate.match;

/**
 * A ground, other than text, to say that a document is of a work.
 *
 * @param book of the catalogue
 * @param rule that grades it
 * @param evidence its measure, and a quote where there is one
 */
public record Hit(KnownBook book, HitRule rule, Finding.Evidence evidence) {
  /** Same for all that is of one work of one catalogue. */
  String work() {
    return key(book.reference());
  }

  static String key(Finding.Reference reference) {
    return reference.catalogue() + "\n" + reference.work().id();
  }
}
