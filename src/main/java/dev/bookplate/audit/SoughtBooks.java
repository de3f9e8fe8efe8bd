package dev.bookplate.audit;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.AllBooks;
import dev.bookplate.match.KnownBooks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens what a plan's catalogues say of books, to be looked up by anything but text. */
final class SoughtBooks {
  private SoughtBooks() {}

  /** All books that are looked for, as long as the libraries that are taken are not given back. */
  static KnownBooks of(AuditPlan plan, TakenLibraries taken) throws IOException {
    List<KnownBooks> books = new ArrayList<>();
    books.add(taken.take(plan.catalogues(), plan.spec()).books());
    for (AuditPlan.SampledRef ref : plan.sampled()) {
      FingerprintSpec spec = FingerprintSpec.sampled(ref.key().id());
      books.add(taken.take(List.of(ref.catalogue()), spec).books());
    }
    return new AllBooks(List.copyOf(books));
  }
}
