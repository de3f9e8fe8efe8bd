package dev.bookplate.audit;

import dev.bookplate.books.BookSource;
import dev.bookplate.books.BookStore;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.SoughtWork;
import dev.bookplate.match.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What catalogues hold, as a run tells it.
 *
 * @param works every work that is looked for
 * @param catalogues a row each
 * @param background a row for each of its texts
 */
record Contents(
    List<SoughtWork> works,
    List<Manifest.Catalogue> catalogues,
    List<Manifest.Background> background) {

  private static final String TEXT = "text";

  static Contents of(AuditPlan plan) throws IOException {
    List<SoughtWork> works = new ArrayList<>();
    List<Manifest.Catalogue> catalogues = new ArrayList<>();
    for (AuditPlan.CatalogueRef ref : plan.catalogues()) {
      BookSource books = CatalogueFolder.bookSource(ref);
      if (books == null) {
        works.addAll(works(ref, TEXT));
      } else {
        addWorks(ref, books, plan.heldOn(), works);
      }
      catalogues.add(catalogue(ref));
    }
    for (AuditPlan.SampledRef ref : plan.sampled()) {
      works.addAll(works(ref.catalogue(), SoughtWork.BY_FINGERPRINTS));
      catalogues.add(catalogue(ref.catalogue()));
    }
    return new Contents(List.copyOf(works), List.copyOf(catalogues), background(plan.background()));
  }

  private static Manifest.Catalogue catalogue(AuditPlan.CatalogueRef ref) throws IOException {
    CatalogueInfo info = new CatalogueFolder(Path.of(ref.folder())).info();
    return new Manifest.Catalogue(
        ref.name(),
        ref.folder(),
        ref.asOf(),
        info.works(),
        info.editions(),
        info.digest(),
        info.spec(),
        info.rejected());
  }

  private static List<Manifest.Background> background(List<AuditPlan.CatalogueRef> refs)
      throws IOException {
    List<Manifest.Background> texts = new ArrayList<>();
    for (AuditPlan.CatalogueRef ref : refs) {
      for (CataloguedEdition text : new CatalogueFolder(Path.of(ref.folder())).editions()) {
        Edition file = text.edition();
        // named as the reason of a common passage names it
        String name = new Finding.Reference(text.work(), file, ref.name(), ref.asOf()).file();
        texts.add(new Manifest.Background(name, file.size(), file.md5(), file.sha256()));
      }
    }
    texts.sort(Comparator.comparing(Manifest.Background::name));
    return List.copyOf(texts);
  }

  /** What a work with editions is looked for by beside its text. */
  private static String others(Work work) {
    boolean isNumbered =
        !work.isbns().isEmpty() || work.asin() != null || !work.registrations().isEmpty();
    return isNumbered ? ", hash, identifier, title" : ", hash, title";
  }

  /** Works with texts, with what the records say of them, and works of records alone. */
  private static void addWorks(
      AuditPlan.CatalogueRef ref, BookSource books, String heldOn, List<SoughtWork> works)
      throws IOException {
    try (BookStore store = BookStore.open(books, heldOn == null ? null : LocalDate.parse(heldOn))) {
      store.forEachWork(
          work -> {
            String by = work.hasText() ? TEXT + others(work.work()) : RowWorks.searchedBy(work);
            works.add(new SoughtWork(work.work(), work.texts(), ref.name(), ref.asOf(), by));
          });
    }
  }

  private static List<SoughtWork> works(AuditPlan.CatalogueRef ref, String searchedBy)
      throws IOException {
    List<CataloguedEdition> editions = new CatalogueFolder(Path.of(ref.folder())).editions();
    Map<String, List<CataloguedEdition>> byWork = new TreeMap<>();
    editions.forEach(e -> byWork.computeIfAbsent(e.work().id(), w -> new ArrayList<>()).add(e));
    List<SoughtWork> works = new ArrayList<>();
    for (List<CataloguedEdition> work : byWork.values()) {
      List<Edition> all = work.stream().map(CataloguedEdition::edition).toList();
      // of several editions the last one's work holds what all of them said
      Work last = work.get(work.size() - 1).work();
      works.add(new SoughtWork(last, all, ref.name(), ref.asOf(), searchedBy + others(last)));
    }
    return works;
  }
}
