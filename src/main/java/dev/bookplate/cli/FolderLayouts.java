package dev.bookplate.cli;

import dev.bookplate.corpus.CorpusLayout;
import dev.bookplate.report.Figures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layouts that were recognised in an input.
 *
 * @param path of the input
 * @param layouts of it and of the folders in it
 */
record FolderLayouts(Path path, List<CorpusLayout> layouts) {
  /** For people: nothing where none is known. */
  void tell(FactSheet sheet) {
    if (layouts.isEmpty()) {
      return;
    }
    sheet.head(path.toString());
    String label = "Layout";
    for (CorpusLayout each : layouts) {
      String in = each.path().isEmpty() ? "" : " in " + each.path();
      String more =
          each.folders() > 1 ? ", and in " + Figures.count(each.folders() - 1) + " more" : "";
      sheet.fact(label, each.layout() + in + more + ": " + each.why());
      label = "";
    }
  }

  /** For programs: a line each. */
  List<Map<String, Object>> lines() {
    return layouts.stream().map(this::line).toList();
  }

  private Map<String, Object> line(CorpusLayout each) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("folder", path.toString());
    line.put("path", each.path());
    line.put("layout", each.layout());
    line.put("why", each.why());
    line.put("folders", each.folders());
    return line;
  }
}
