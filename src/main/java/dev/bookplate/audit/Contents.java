package dev.bookplate.audit;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.SoughtWork;
import dev.bookplate.match.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  static Contents of(AuditPlan plan, Progress progress) throws IOException {
    progress.phase("listing what was looked for", Progress.Counted.WORKS, 0);
    SoughtWorks works = new SoughtWorks(plan.heldOn(), progress);
    List<Manifest.Catalogue> catalogues = new ArrayList<>();
    for (AuditPlan.CatalogueRef ref : plan.catalogues()) {
      catalogues.add(catalogue(ref, works.add(ref, TEXT)));
    }
    for (AuditPlan.SampledRef ref : plan.sampled()) {
      works.add(ref.catalogue(), SoughtWork.BY_FINGERPRINTS);
      catalogues.add(catalogue(ref.catalogue(), null));
    }
    return new Contents(works.works(), List.copyOf(catalogues), background(plan.background()));
  }

  private static Manifest.Catalogue catalogue(AuditPlan.CatalogueRef ref, Manifest.HeldRecords held)
      throws IOException {
    CatalogueInfo info = new CatalogueFolder(Path.of(ref.folder())).info();
    return new Manifest.Catalogue(
        ref.name(),
        ref.folder(),
        ref.asOf(),
        info.works(),
        info.editions(),
        info.digest(),
        info.spec(),
        info.rejected(),
        held);
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
}
