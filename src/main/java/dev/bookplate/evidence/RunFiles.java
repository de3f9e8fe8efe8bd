package dev.bookplate.evidence;

import java.util.List;

/** Names inside a run's folder. */
public final class RunFiles {
  /** What the run is; written last, so a folder that has it is whole. */
  public static final String MANIFEST = "manifest.json";

  /** One finding a line, in canonical order. */
  public static final String FINDINGS = "findings.jsonl";

  /** The same, flat. */
  public static final String FINDINGS_CSV = "findings.csv";

  /** Every work that was looked for. */
  public static final String WORKS = "works.csv";

  /** Every document that is a copy. */
  public static final String COPIES = "copies.csv";

  /** What was skipped or failed. */
  public static final String UNREAD = "unread.jsonl";

  /** What was searched and is not what a book should be. */
  public static final String CONDITIONS = "conditions.jsonl";

  /** Marks of where copies came from, by file and rule. */
  public static final String MARKERS = "markers.csv";

  /** What models wrote, by prompt and work; only of a scan of model outputs. */
  public static final String OUTPUTS = "outputs.csv";

  /** What was considered and rejected, where that was asked for. */
  public static final String CANDIDATES = "candidates.jsonl";

  /** What planted controls showed, where that was asked for. */
  public static final String CALIBRATION = "calibration.json";

  /** The page for people. */
  public static final String REPORT = "report.html";

  /** What was done to the run. */
  public static final String CUSTODY = "custody.jsonl";

  /** Held while a run is being written. */
  static final String LOCK = ".lock";

  /** Where a run is put together. */
  static final String PARTIAL = ".partial";

  /** Every file that a run of this version may hold beside its manifest. */
  static final List<String> KNOWN =
      List.of(
          FINDINGS,
          FINDINGS_CSV,
          WORKS,
          COPIES,
          UNREAD,
          CONDITIONS,
          MARKERS,
          OUTPUTS,
          CANDIDATES,
          CALIBRATION,
          REPORT,
          CUSTODY);

  private RunFiles() {}
}
