package dev.bookplate.cli;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a scan tells at its end.
 *
 * @param manifest of the run
 * @param run its folder, as typed
 * @param code that the scan ends with
 */
record ScanSummary(Manifest manifest, Path run, ExitCode code) {
  private static final int NAMED = 10;

  /** For people. */
  List<String> lines() {
    Manifest.Counts counts = manifest.counts();
    List<String> lines = new ArrayList<>();
    if (manifest.status() != Manifest.Status.COMPLETE) {
      lines.add(
          "The scan "
              + manifest.status().name().toLowerCase(Locale.ROOT)
              + ": "
              + manifest.statusReason()
              + ".");
    }
    lines.add(documents(counts));
    lines.add("Findings:  " + grades(counts) + copies(counts));
    lines.add(
        String.format(
            Locale.ROOT,
            "Works:     %s of %s found",
            Figures.count(counts.worksFound()),
            Figures.count(counts.works())));
    held(lines);
    if (manifest.selfTest() != null) {
      selfTest(manifest.selfTest(), lines);
    }
    if (manifest.calibration() != null) {
      lines.add("Controls:  " + calibration(manifest.calibration()));
    }
    if (counts.mayHoldText() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Not read:  %s that may hold text; %s says which and why",
              Figures.count(counts.mayHoldText(), "record", "records"),
              shown(RunFiles.UNREAD)));
    }
    lines.add("Report:    " + shown(RunFiles.REPORT));
    return lines;
  }

  /** What a scan for what catalogues held on a day left out. */
  private void held(List<String> lines) {
    for (Manifest.Catalogue catalogue : manifest.catalogues()) {
      if (catalogue.held() != null) {
        lines.add(
            "As of:     "
                + manifest.configuration().path("heldOn").asText()
                + ", "
                + VisibleText.oneLine(catalogue.name())
                + ": "
                + Figures.count(catalogue.held().leftOut())
                + " of "
                + Figures.count(catalogue.held().all(), "record", "records")
                + " dated later, left out; "
                + Figures.count(catalogue.held().undated())
                + " without a date, kept");
      }
    }
  }

  private static void selfTest(SelfTest test, List<String> lines) {
    lines.add("Self-test: " + test.statement() + notSearchable(test));
    test.missedWorks().stream()
        .limit(NAMED)
        .forEach(w -> lines.add("           not found: " + VisibleText.oneLine(named(w))));
    if (test.missed() > NAMED) {
      lines.add(
          "           and "
              + Figures.count(test.missed() - NAMED)
              + " more, of which "
              + RunFiles.MANIFEST
              + " names the first "
              + Figures.count(SelfTest.MOST));
    }
    if (test.failed()) {
      lines.add("           build the catalogue again, and scan again");
    }
  }

  private static String named(SelfTest.MissedWork work) {
    return work.title() + " (" + work.catalogue() + ", " + work.id() + ")";
  }

  private static String notSearchable(SelfTest test) {
    return test.notSearchable() == 0 || test.searchable() == 0
        ? ""
        : "; "
            + Figures.count(test.notSearchable(), "work is", "works are")
            + " not searchable by text";
  }

  private String calibration(Manifest.Calibrated calibrated) {
    return calibrated.file() == null
        ? "not measured: " + VisibleText.oneLine(calibrated.problem())
        : "what was found of planted passages is in " + shown(calibrated.file());
  }

  private static String documents(Manifest.Counts counts) {
    long skipped = counts.skipped().values().stream().mapToLong(Long::longValue).sum();
    return String.format(
        Locale.ROOT,
        "Documents: %s seen = %s read + %s skipped + %s failed, in %s (%s)",
        Figures.count(counts.seen()),
        Figures.count(counts.read()),
        Figures.count(skipped),
        Figures.count(counts.failed()),
        Figures.count(counts.files(), "file", "files"),
        Figures.bytes(counts.bytes()));
  }

  private static String grades(Manifest.Counts counts) {
    return counts.findings().entrySet().stream()
        .map(grade -> Figures.count(grade.getValue()) + " " + grade.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String copies(Manifest.Counts counts) {
    return counts.copies() == 0
        ? ""
        : "; " + Figures.count(counts.copies(), "document is a copy", "documents are copies");
  }

  private String shown(String file) {
    return VisibleText.oneLine(run.resolve(file).toString());
  }

  /** For programs, in one line. */
  String json() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("run", run.toString());
    summary.put("report", run.resolve(RunFiles.REPORT).toString());
    summary.put("status", manifest.status());
    summary.put("statusReason", manifest.statusReason());
    summary.put("exitCode", code.code());
    summary.put("counts", manifest.counts());
    summary.put("selfTest", manifest.selfTest());
    summary.put("calibration", manifest.calibration());
    return RunJson.line(summary);
  }
}
