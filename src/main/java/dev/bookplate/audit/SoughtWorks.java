package dev.bookplate.audit;

import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.SoughtWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The works that catalogues have, as they are looked for. */
final class SoughtWorks {
  private final String heldOn;
  private final Progress progress;
  private final List<SoughtWork> works = new ArrayList<>();

  /**
   * Of catalogues as they were on a day.
   *
   * @param heldOn as in {@link AuditPlan#heldOn}
   */
  SoughtWorks(String heldOn, Progress progress) {
    this.heldOn = heldOn;
    this.progress = progress;
  }

  /**
   * Adds those of a catalogue.
   *
   * @param text how texts are looked for
   * @return what of its records was held on the day, or null where no day was asked for
   */
  Manifest.HeldRecords add(AuditPlan.CatalogueRef ref, String text) throws IOException {
    try (CatalogueWorks all = CatalogueWorks.of(ref, heldOn)) {
      SoughtWork[] its = new SoughtWork[all.size()];
      all.forEachInAnyOrder(
          (place, work) -> {
            its[place] =
                new SoughtWork(
                    work.work(), work.texts(), ref.name(), ref.asOf(), searchedBy(work, text));
            progress.add(0, 1, 0);
          });
      for (SoughtWork sought : its) {
        if (sought != null) { // all records of some may be dated later
          works.add(sought);
        }
      }
      return heldOn == null ? null : all.records().map(SoughtWorks::held).orElse(null);
    }
  }

  private static Manifest.HeldRecords held(BookStore records) {
    return new Manifest.HeldRecords(records.size(), records.leftOut(), records.facts().undated());
  }

  List<SoughtWork> works() {
    return List.copyOf(works);
  }

  private static String searchedBy(CataloguedWork work, String text) {
    boolean hasDigest = false;
    boolean hasNumber = false;
    boolean hasTitle = false;
    for (CataloguedWork.Member member : work.members()) {
      BookRow row = member.row();
      hasDigest |= !row.file().digests().isEmpty();
      hasNumber |= !row.identifiers().isEmpty();
      hasTitle |= row.names().title() != null;
    }
    List<String> by = new ArrayList<>();
    if (work.hasText()) {
      by.add(text);
    }
    if (hasDigest) {
      by.add("hash");
    }
    if (work.hasText() ? isNumbered(work.work()) : hasNumber) {
      by.add("identifier");
    }
    if (hasTitle) {
      by.add("title");
    }
    return by.isEmpty() ? "none: its records name nothing to look for" : String.join(", ", by);
  }

  private static boolean isNumbered(Work work) {
    return !work.isbns().isEmpty() || work.asin() != null || !work.registrations().isEmpty();
  }
}
