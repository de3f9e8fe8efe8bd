package dev.bookplate.audit;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.match.Finding;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A book of the catalogues that controls are made of: one edition of a work.
 *
 * @param ordinal among the books that were drawn, from 0
 * @param number of the edition in the library, as long as it is open
 * @param reference work and edition
 */
record ControlBook(int ordinal, int number, Finding.Reference reference) implements Serializable {
  /** A language that is not known, as BCP 47 has it. */
  private static final String UNKNOWN = "und";

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

  /** Language, and script where that is told, as BCP 47 has them; {@link #UNKNOWN} for none. */
  String language() {
    return language(reference.edition());
  }

  static String language(Edition edition) {
    Locale tag = Locale.forLanguageTag(edition.language() == null ? "" : edition.language());
    String language = tag.getLanguage();
    if (language.isEmpty()) {
      return UNKNOWN;
    }
    return tag.getScript().isEmpty() ? language : language + "-" + tag.getScript();
  }

  /** The languages of editions, in order; none where no language is known at all. */
  static List<String> languages(Stream<Edition> editions) {
    List<String> all = editions.map(ControlBook::language).distinct().sorted().toList();
    return all.equals(List.of(UNKNOWN)) ? List.of() : all;
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
