package dev.bookplate.audit;

import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.rows.BookRow;
import java.util.ArrayList;
import java.util.List;

/** The works of which catalogues have records and no text, as they are looked for. */
final class RowWorks {
  private RowWorks() {}

  /** What they are looked for by. */
  static String searchedBy(CataloguedWork work) {
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
