package dev.bookplate.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every work that was looked for, with what was found of it. */
final class WorkTallies {
  /** Most of a million works have no finding, and need no tally. */
  @SuppressWarnings("ArrayRecordComponent") // holds one, or none yet
  private record Entry(SoughtWork sought, WorkTally[] tally) {
    WorkKey key() {
      return WorkKey.of(sought);
    }

    WorkTally own() {
      tally[0] = tally[0] == null ? new WorkTally() : tally[0];
      return tally[0];
    }

    WorkRow row() {
      return (tally[0] == null ? new WorkTally() : tally[0]).row(sought);
    }
  }

  /** By key. Catalogues tell their works by id, so that there is little to sort. */
  private final List<Entry> entries;

  /** Starts with nothing found. */
  WorkTallies(List<SoughtWork> works) {
    entries = new ArrayList<>(works.size());
    works.forEach(sought -> entries.add(new Entry(sought, new WorkTally[1])));
    entries.sort(Comparator.comparing(Entry::key));
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).key().equals(entries.get(i - 1).key())) {
        SoughtWork sought = entries.get(i).sought();
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
    Entry entry = entry(WorkKey.of(finding));
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

  private Entry entry(WorkKey key) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = entries.get(middle).key().compareTo(key);
      if (order == 0) {
        return entries.get(middle);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return null;
  }

  /** One row a work, by catalogue, then id. */
  Stream<WorkRow> rows() {
    return entries.stream().map(Entry::row);
  }

  /** Works that were looked for. */
  long sought() {
    return entries.size();
  }

  /** Works with a finding of any grade. */
  long found() {
    return entries.stream().filter(entry -> entry.tally()[0] != null).count();
  }
}
