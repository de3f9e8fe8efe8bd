package dev.bookplate.audit;

import dev.bookplate.books.BookLibrary;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.AllBooks;
import dev.bookplate.match.KnownBooks;
import dev.bookplate.match.RowBooks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    BookLibrary rows = taken.rows(plan);
    if (rows.hasRows()) {
      Map<String, String> asOf = new HashMap<>();
      plan.catalogues().stream()
          .filter(c -> c.asOf() != null)
          .forEach(c -> asOf.put(c.name(), c.asOf()));
      books.add(new RowBooks(rows, asOf));
    }
    return new AllBooks(List.copyOf(books));
  }
}
