package dev.bookplate.audit;

import dev.bookplate.match.Finding;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A book of the catalogues that controls are made of: one edition of a work.
 *
 * @param ordinal among the books that were drawn, from 0
 * @param number of the edition in the library, as long as it is open
 * @param reference work and edition
 */
record ControlBook(int ordinal, int number, Finding.Reference reference) implements Serializable {
  /** Which work of which catalogue. */
  String key() {
    return key(reference);
  }

  static String key(Finding.Reference reference) {
    return reference.catalogue() + "\n" + reference.work().id();
  }

  /** Words of the edition. */
  int words() {
    return reference.edition().words();
  }

  /** BCP 47 tag, or null. */
  String language() {
    return reference.edition().language();
  }

  /** Title and first author, so folded that small differences in writing do not count. */
  static String name(Finding.Reference reference) {
    List<String> authors = reference.work().authors();
    return folded(reference.work().title())
        + "\n"
        + folded(authors.isEmpty() ? "" : authors.get(0));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
