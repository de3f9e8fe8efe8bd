package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.audit.CatalogueWorks;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A catalogue as it is told to people: works with their editions. */
final class CatalogueFacts {

  private CatalogueFacts() {}

  /** A built catalogue; refuses what is not there. */
  static CatalogueFolder open(Path path) {
    InputPaths.requireAll("catalogue", List.of(path));
    return new CatalogueFolder(path.toAbsolutePath().normalize());
  }

  /** The works of a built catalogue, open. */
  static CatalogueWorks works(Path path) throws IOException {
    return CatalogueWorks.open(open(path));
  }

  /** A work, which has to be there. */
  static CataloguedWork work(CatalogueWorks works, Path path, String id) throws IOException {
    return works
        .work(id)
        .orElseThrow(
            () ->
                new UsageException(
                    path
                        + " has no work \""
                        + id
                        + "\"; bookplate catalogue search finds those that it has."));
  }

  /** One line. */
  static String holds(Path path, CatalogueInfo info) {
    return VisibleText.oneLine(path.toString())
        + " holds "
        + Figures.count(info.works(), "work", "works")
        + " in "
        + Figures.count(info.editions(), "edition", "editions")
        + " ("
        + Figures.count(info.words(), "word", "words")
        + (info.rejected().isEmpty()
            ? ")"
            : "); of its sources, "
                + Figures.count(info.rejected().size(), "entry has", "entries have")
                + " a remark:");
  }
}
