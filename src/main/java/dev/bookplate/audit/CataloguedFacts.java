package dev.bookplate.audit;

import dev.bookplate.books.BookSource;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Standing;
import dev.bookplate.criteria.DateRange;
import dev.bookplate.criteria.KnownWork;
import dev.bookplate.criteria.KnownWorks;
import dev.bookplate.criteria.Registration;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the records of catalogues say of registrations and years of publication, which a run does
 * not hold. Where records name several years, publication may be in any year from the first to the
 * last of them.
 */
public final class CataloguedFacts implements KnownWorks, Closeable {
  private final Map<String, BookStore> stores = new HashMap<>();

  private CataloguedFacts() {}

  /**
   * Opens the records of the catalogues that a run was made with.
   *
   * @throws CatalogueException if the run was not made with one of them
   */
  public static CataloguedFacts open(RecordedPlan recorded, RecordedPlan.AtHand at)
      throws IOException {
    List<String> others = recorded.others(at);
    if (!others.isEmpty()) {
      throw new CatalogueException(
          "the run was not made with " + others.getFirst() + ": name the catalogue of the run");
    }
    AuditPlan plan = recorded.plan(List.of(), at);
    LocalDate day = plan.heldOn() == null ? null : LocalDate.parse(plan.heldOn());
    CataloguedFacts facts = new CataloguedFacts();
    try {
      for (AuditPlan.CatalogueRef ref : plan.catalogues()) {
        BookSource source = CatalogueFolder.bookSource(ref);
        if (source != null) {
          facts.stores.put(ref.name(), BookStore.open(source, day));
        }
      }
      return facts;
    } catch (IOException | RuntimeException e) {
      facts.close();
      throw e;
    }
  }

  @Override
  public KnownWork of(String catalogue, String workId) throws IOException {
    BookStore store = stores.get(catalogue);
    Optional<CataloguedWork> work = store == null ? Optional.empty() : store.work(workId);
    return work.map(CataloguedFacts::known).orElse(KnownWork.NONE);
  }

  private static KnownWork known(CataloguedWork work) {
    List<BookRow> rows = work.members().stream().map(CataloguedWork.Member::row).toList();
    List<Integer> years =
        rows.stream().map(r -> r.names().year()).filter(Objects::nonNull).sorted().toList();
    DateRange published =
        years.isEmpty()
            ? null
            : new DateRange(
                DateRange.ofYear(years.getFirst()).first(),
                DateRange.ofYear(years.getLast()).last());
    List<Registration> registrations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, String> said = new LinkedHashMap<>();
    for (BookRow row : rows) {
      for (Standing.Registration each : row.standing().registrations()) {
        // a renewal is none of the registrations that rules ask for
        if (each.renews() == null && seen.add(each.number() + "/" + each.date())) {
          registrations.add(registration(each, row.standing().holder()));
        }
      }
      if (row.names().language() != null) {
        said.putIfAbsent("language", row.names().language());
      }
    }
    return new KnownWork(published, List.copyOf(registrations), false, false, said);
  }

  private static Registration registration(Standing.Registration each, String holder) {
    DateRange effective;
    try {
      effective = each.date() == null ? null : DateRange.parse(each.date());
    } catch (IllegalArgumentException notADate) {
      effective = null; // as if the record had no date
    }
    Boolean isGroup = each.isGroup() ? Boolean.TRUE : null;
    return new Registration(each.number(), each.asPrinted(), effective, isGroup, null, holder);
  }

  @Override
  public void close() throws IOException {
    for (BookStore store : stores.values()) {
      store.close();
    }
  }
}
