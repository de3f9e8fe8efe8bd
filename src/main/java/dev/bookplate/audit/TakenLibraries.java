package dev.bookplate.audit;

import dev.bookplate.books.BookLibrary;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.ReferenceLibrary;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Open libraries that one worker has taken, to be given back together. */
final class TakenLibraries implements Closeable {
  private final List<List<AuditPlan.CatalogueRef>> taken = new ArrayList<>();
  private BookLibrary rows;

  /** Takes one more. */
  ReferenceLibrary take(List<AuditPlan.CatalogueRef> catalogues, FingerprintSpec spec)
      throws IOException {
    ReferenceLibrary library = OpenLibraries.take(catalogues, spec);
    taken.add(catalogues);
    return library;
  }

  /** Opens the records of a plan's catalogues, once. */
  BookLibrary rows(AuditPlan plan) throws IOException {
    if (rows == null) {
      rows = CatalogueFolder.books(plan.catalogues(), plan.heldOn());
    }
    return rows;
  }

  @Override
  public void close() {
    taken.forEach(OpenLibraries::giveBack);
    taken.clear();
    if (rows != null) {
      rows.close();
      rows = null;
    }
  }
}
