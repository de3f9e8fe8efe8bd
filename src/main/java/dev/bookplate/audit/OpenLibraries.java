package dev.bookplate.audit;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.ReferenceLibrary;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Libraries that are open in this process: workers on the same catalogues share one, with its
 * caches, and the last to leave closes it.
 */
final class OpenLibraries {
  private static final Map<List<AuditPlan.CatalogueRef>, Shared> OPEN = new HashMap<>();

  private static final class Shared {
    private final ReferenceLibrary library;
    private int users;

    Shared(ReferenceLibrary library) {
      this.library = library;
    }
  }

  private OpenLibraries() {}

  /** Opens catalogues, or shares them; who gets them gives them back. */
  static synchronized ReferenceLibrary take(
      List<AuditPlan.CatalogueRef> catalogues, FingerprintSpec spec) throws IOException {
    Shared shared = OPEN.get(catalogues);
    if (shared == null) {
      shared = new Shared(CatalogueFolder.open(catalogues, spec));
      OPEN.put(catalogues, shared);
    }
    shared.users++;
    return shared.library;
  }

  static synchronized void giveBack(List<AuditPlan.CatalogueRef> catalogues) {
    Shared shared = OPEN.get(catalogues);
    shared.users--;
    if (shared.users == 0) {
      OPEN.remove(catalogues);
      shared.library.close();
    }
  }
}
