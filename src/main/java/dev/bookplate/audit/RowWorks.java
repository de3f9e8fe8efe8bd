package dev.bookplate.audit;

import dev.bookplate.books.BookLibrary;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.evidence.SoughtWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The works of which catalogues have records and no text, as they are looked for. */
final class RowWorks {
  private RowWorks() {}

  /**
   * Those of a plan.
   *
   * @param known works that are looked for by their text: they are not told again
   */
  static List<SoughtWork> of(AuditPlan plan, List<SoughtWork> known) throws IOException {
    Set<List<String>> keys = new HashSet<>();
    known.forEach(work -> keys.add(List.of(work.catalogue(), work.work().id())));
    Map<String, String> asOf = new HashMap<>();
    plan.catalogues().forEach(ref -> asOf.put(ref.name(), ref.asOf()));
    List<SoughtWork> works = new ArrayList<>();
    try (BookLibrary rows = CatalogueFolder.books(plan.catalogues(), plan.heldOn())) {
      rows.forEachWork(
          (catalogue, work) -> {
            if (!keys.contains(List.of(catalogue, work.work().id()))) {
              works.add(sought(work, catalogue, asOf.get(catalogue)));
            }
          });
    }
    return works;
  }

  private static SoughtWork sought(CataloguedWork work, String catalogue, String asOf) {
    List<Edition> none = List.of();
    return new SoughtWork(work.work(), none, catalogue, asOf, searchedBy(work));
  }

  private static String searchedBy(CataloguedWork work) {
    List<String> by = new ArrayList<>();
    List<BookRow> rows = work.members().stream().map(CataloguedWork.Member::row).toList();
    if (rows.stream().anyMatch(row -> !row.file().digests().isEmpty())) {
      by.add("hash");
    }
    if (rows.stream().anyMatch(row -> !row.identifiers().isEmpty())) {
      by.add("identifier");
    }
    if (rows.stream().anyMatch(row -> row.names().title() != null)) {
      by.add("title");
    }
    return by.isEmpty() ? "none: its records name nothing to look for" : String.join(", ", by);
  }
}
