package dev.bookplate.evidence;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every work that was looked for, with what was found of it. */
final class WorkTallies {
  /** Most of a million works have no finding, and need no tally. */
  @SuppressWarnings("ArrayRecordComponent") // holds one, or none yet
  private record Entry(SoughtWork sought, WorkTally[] tally) {
    WorkTally own() {
      tally[0] = tally[0] == null ? new WorkTally() : tally[0];
      return tally[0];
    }

    WorkRow row() {
      return (tally[0] == null ? new WorkTally() : tally[0]).row(sought);
    }
  }

  private final SortedMap<WorkKey, Entry> entries = new TreeMap<>();

  /** Starts with nothing found. */
  WorkTallies(List<SoughtWork> works) {
    for (SoughtWork sought : works) {
      if (entries.put(WorkKey.of(sought), new Entry(sought, new WorkTally[1])) != null) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "work %s is twice in catalogue %s",
                sought.work().id(),
                sought.catalogue()));
      }
    }
  }

  /** Adds a finding of one of the works. */
  void add(FindingLine finding) {
    Entry entry = entries.get(WorkKey.of(finding));
    if (entry == null) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "finding %s is of work %s of catalogue %s, which was not looked for",
              finding.id(),
              finding.work().id(),
              finding.work().catalogue()));
    }
    entry.own().add(finding);
  }

  /** One row a work, by catalogue, then id. */
  Stream<WorkRow> rows() {
    return entries.values().stream().map(Entry::row);
  }

  /** Works that were looked for. */
  long sought() {
    return entries.size();
  }

  /** Works with a finding of any grade. */
  long found() {
    return entries.values().stream().filter(entry -> entry.tally()[0] != null).count();
  }
}
