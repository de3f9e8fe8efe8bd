package dev.bookplate.audit;

import dev.bookplate.catalogue.CataloguedEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The books of catalogues.
 *
 * @param editions of all
 */
record DecoyBooks(List<CataloguedEdition> editions) {
  static DecoyBooks of(List<AuditPlan.CatalogueRef> catalogues) throws IOException {
    List<CataloguedEdition> editions = new ArrayList<>();
    for (AuditPlan.CatalogueRef ref : catalogues) {
      editions.addAll(new CatalogueFolder(Path.of(ref.folder())).editions());
    }
    return new DecoyBooks(List.copyOf(editions));
  }

  /**
   * Refuses a decoy that is looked for in earnest.
   *
   * @throws CalibrationException naming it
   */
  void requireApart(DecoyBooks sought) throws CalibrationException {
    Set<String> texts =
        sought.editions.stream().map(e -> e.edition().textSha256()).collect(Collectors.toSet());
    for (CataloguedEdition decoy : editions) {
      if (texts.contains(decoy.edition().textSha256())) {
        throw new CalibrationException(
            decoy.edition().source()
                + " is both a decoy and a book of the catalogue; take it out of one of them");
      }
    }
  }

  /** Languages that are known of them, in order. */
  List<String> languages() {
    return ControlBook.languages(editions.stream().map(CataloguedEdition::edition));
  }

  /** How many works there are in a language, or in all for null. */
  int works(String language) {
    return (int)
        editions.stream()
            .filter(e -> language == null || language.equals(ControlBook.language(e.edition())))
            .map(e -> e.work().id())
            .distinct()
            .count();
  }
}
