package dev.bookplate.audit;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.evidence.FindingLine.EditionLine;
import dev.bookplate.index.ReferenceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a reference edition, as a catalogue at hand holds it. */
public final class EditionText {
  private EditionText() {}

  /**
   * Finds an edition by the digest of its text, which is the text that offsets count in.
   *
   * @return empty where no catalogue at hand holds that text
   */
  public static Optional<String> find(RecordedPlan.AtHand at, EditionLine edition)
      throws IOException {
    for (AuditPlan.CatalogueRef ref : at.whole()) {
      CatalogueFolder folder = new CatalogueFolder(Path.of(ref.folder()));
      if (folder.hasIndex()) {
        try (ReferenceIndex index =
            ReferenceIndex.open(folder.index(), folder.spec(folder.info()))) {
          for (int i = 0; i < index.maxEdition(); i++) {
            if (index.hasEdition(i) && holds(index, i, edition)) {
              return Optional.of(index.text(i).toString());
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(ReferenceIndex index, int number, EditionLine edition)
      throws IOException {
    return CataloguedEdition.fromBytes(index.payload(number))
        .edition()
        .textSha256()
        .equals(edition.textSha256());
  }
}
