package dev.bookplate.evidence;

import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up markers, for each file and over the run. */
final class MarkerTotals {
  private final SortedMap<String, MarkerLine> file = new TreeMap<>();
  private final SortedMap<String, Long> documents = new TreeMap<>();
  private long looked;

  /** Adds a shard's. */
  void add(MarkersLine line, long recordsBefore) {
    looked += line.looked();
    for (MarkerLine rule : line.rules()) {
      file.merge(rule.rule(), rule.rebased(recordsBefore), MarkerLine::and);
      if (rule.documents() > 0) {
        documents.merge(rule.rule(), rule.documents(), Long::sum);
      }
    }
  }

  /** Writes the rows of the file that is done with. */
  void write(InputFile of, MergeOutput out) {
    file.values().forEach(line -> out.marker(MarkerRow.of(of, line)));
    file.clear();
  }

  Manifest.Markers counts() {
    return new Manifest.Markers(looked, documents);
  }
}
