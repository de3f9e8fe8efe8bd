package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A catalogue as it is told to people: works with their editions. */
final class CatalogueFacts {

  /** A work and its editions, by source. */
  record Entry(Work work, List<Edition> editions) {}

  private CatalogueFacts() {}

  /** A built catalogue; refuses what is not there. */
  static CatalogueFolder open(Path path) {
    InputPaths.requireAll("catalogue", List.of(path));
    return new CatalogueFolder(path.toAbsolutePath().normalize());
  }

  /** The works by id. */
  static List<Entry> entries(CatalogueFolder folder) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (CataloguedEdition each : folder.editions()) {
      entries
          .computeIfAbsent(each.work().id(), id -> new Entry(each.work(), new ArrayList<>()))
          .editions()
          .add(each.edition());
    }
    return List.copyOf(entries.values());
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
