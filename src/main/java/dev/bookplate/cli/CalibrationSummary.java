package dev.bookplate.cli;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.evidence.Calibration.GradeRate;
import dev.bookplate.evidence.Calibration.Outline;
import dev.bookplate.evidence.Calibration.Rate;
import dev.bookplate.evidence.Calibration.Recall;
import dev.bookplate.report.CalibrationFigures;
import dev.bookplate.report.CalibrationReport;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a calibration tells at its end.
 *
 * @param calibration that was measured
 * @param folder that it stands in, as typed
 */
record CalibrationSummary(Calibration calibration, Path folder) {
  /** For people: recall by kind and length at any grade, then what was found falsely. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(Calibration.HEADING);
    lines.add("");
    lines.add("Found of planted passages, at any grade, by kind and length in words:");
    lines.addAll(table().lines());
    lines.add("");
    characters(lines);
    lines.add("");
    lines.add("Documents with a false finding, by grade or above:");
    for (FalseFindings row : calibration.falseFindings()) {
      if (row.language() == null) {
        falseFindings(row, lines);
      }
    }
    lines.add("");
    lines.add("Intervals and the rest:  " + shown(CalibrationReport.PAGE));
    return lines;
  }

  private void characters(List<String> lines) {
    for (Outline outline : calibration.outlines()) {
      if (outline.kind() == null && outline.language() == null) {
        lines.add("Recall of characters:    " + CalibrationFigures.recall(outline.characters()));
        lines.add("Precision of characters: " + CalibrationFigures.precision(outline.characters()));
        lines.add(
            "Passages a found one:    " + CalibrationFigures.granularity(outline.characters()));
      }
    }
  }

  private static void falseFindings(FalseFindings row, List<String> lines) {
    for (GradeRate each : row.documents()) {
      Rate rate = each.rate();
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-9s %-9s %s of %s, %s",
              row.control(),
              each.grade(),
              Figures.count(rate.events()),
              Figures.count(rate.trials()),
              CalibrationFigures.share(rate)));
    }
  }

  private TextTable table() {
    List<Integer> lengths =
        calibration.recall().stream().map(Recall::words).distinct().sorted().toList();
    List<String> heads = new ArrayList<>(List.of(""));
    lengths.forEach(length -> heads.add(Figures.count(length)));
    TextTable table = new TextTable(heads.toArray(new String[0]));
    Map<String, List<Object>> rows = new LinkedHashMap<>();
    for (Recall each : calibration.recall()) {
      List<Object> row = rows.computeIfAbsent(each.kind(), CalibrationSummary::row);
      while (row.size() <= lengths.indexOf(each.words())) {
        row.add(null);
      }
      Rate rate = each.found().get(0).rate();
      row.add(rate.events() + "/" + rate.trials());
    }
    for (List<Object> row : rows.values()) {
      while (row.size() <= lengths.size()) {
        row.add(null);
      }
      table.row(row.toArray());
    }
    return table;
  }

  private static List<Object> row(String kind) {
    return new ArrayList<>(List.of(kind));
  }

  private String shown(String file) {
    return VisibleText.oneLine(folder.resolve(file).toString());
  }
}
