package dev.bookplate.report.works;

import java.io.IOException;
import java.util.List;

/** Tells what libraries report of their files beside what was measured. */
@FunctionalInterface
public interface ReportedDigests {
  /** Knows nothing. */
  ReportedDigests NONE = (catalogue, workId, row) -> List.of();

  /**
   * The MD5s that are reported of the file of a row, each once.
   *
   * @param row of the catalogue, as a finding's evidence tells it
   */
  List<String> md5(String catalogue, String workId, String row) throws IOException;
}
