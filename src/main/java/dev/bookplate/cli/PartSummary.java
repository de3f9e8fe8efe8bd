package dev.bookplate.cli;

import dev.bookplate.evidence.PartRecord;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.ShardCounts;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a scan of a part tells at its end.
 *
 * @param part what came of it
 * @param folder of it, as typed
 * @param code that the scan ends with
 */
record PartSummary(PartRecord part, Path folder, ExitCode code) {

  /** For people. */
  List<String> lines() {
    ShardCounts counts = part.counts();
    return List.of(
        String.format(
            Locale.ROOT,
            "Documents: %s seen = %s read + %s skipped + %s failed, in %s",
            Figures.count(counts.records()),
            Figures.count(counts.read()),
            Figures.count(counts.skippedRecords()),
            Figures.count(counts.failed()),
            Figures.count(part.shards().size(), "shard", "shards")),
        "Findings:  " + Figures.count(counts.allFindings()),
        "Part:      "
            + VisibleText.oneLine(folder.toString())
            + " is "
            + part.part()
            + "; bookplate merge makes the run of all of them");
  }

  /** For programs, in one line. */
  String json() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("part", part.part());
    summary.put("folder", folder.toString());
    summary.put("exitCode", code.code());
    summary.put("counts", part.counts());
    summary.put("selfTest", part.selfTest());
    summary.put("calibration", part.calibration());
    return RunJson.line(summary);
  }
}
