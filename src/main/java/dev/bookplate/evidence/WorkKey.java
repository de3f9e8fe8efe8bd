package dev.bookplate.evidence;

import java.util.Comparator;

/** Which work of which catalogue. */
record WorkKey(String catalogue, String workId) implements Comparable<WorkKey> {
  private static final Comparator<WorkKey> ORDER =
      Comparator.comparing(WorkKey::catalogue).thenComparing(WorkKey::workId);

  static WorkKey of(FindingLine finding) {
    return new WorkKey(finding.work().catalogue(), finding.work().id());
  }

  static WorkKey of(SoughtWork sought) {
    return new WorkKey(sought.catalogue(), sought.work().id());
  }

  @Override
  public int compareTo(WorkKey other) {
    return ORDER.compare(this, other);
  }
}
