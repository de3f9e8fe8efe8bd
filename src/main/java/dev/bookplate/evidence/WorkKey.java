package dev.bookplate.evidence;

/** Which work of which catalogue. */
record WorkKey(String catalogue, String workId) implements Comparable<WorkKey> {
  static WorkKey of(FindingLine finding) {
    return new WorkKey(finding.work().catalogue(), finding.work().id());
  }

  static WorkKey of(SoughtWork sought) {
    return new WorkKey(sought.catalogue(), sought.work().id());
  }

  @Override
  public int compareTo(WorkKey other) {
    int order = catalogue.compareTo(other.catalogue);
    return order == 0 ? workId.compareTo(other.workId) : order;
  }
}
