package dev.bookplate.report;

import dev.bookplate.evidence.Calibration;
import dev.bookplate.evidence.ConditionLine;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.MarkerRow;
import dev.bookplate.evidence.OutputRow;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.evidence.WorkRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the page shows of a run, whose files may be larger than memory: the first rows of each list
 * in the order that matters to a reader, how many more there are, and a strip for each work shown.
 */
final class ReportContent {
  /** Works with findings that have a strip and a row. */
  static final int FOUND_WORKS = 2_000;

  /** Works without findings that have a row. */
  static final int OTHER_WORKS = 5_000;

  /** Findings shown with their passages. */
  static final int FULL = 2_000;

  /** Findings shown as one row each. */
  static final int COMPACT = 8_000;

  /** Rows of copies. */
  static final int COPIES = 1_000;

  /** Places that were not read. */
  static final int UNREAD = 1_000;

  final Manifest manifest;
  final Calibration calibration;
  final FirstOf<WorkRow> found = new FirstOf<>(FOUND_WORKS, worksOrder());
  final FirstOf<WorkRow> notFound = new FirstOf<>(OTHER_WORKS, Comparator.comparingInt(work -> 0));
  final FirstOf<CopyRow> copies = new FirstOf<>(COPIES, Comparator.comparingInt(copy -> 0));
  final FirstOf<ConditionLine> conditions =
      new FirstOf<>(UNREAD, Comparator.comparing(ConditionLine::condition));

  final FirstOf<OutputRow> outputs =
      new FirstOf<>(
          COPIES,
          Comparator.comparing(
              OutputRow::longestRunWords, Comparator.nullsLast(Comparator.reverseOrder())));

  final MarkerCounts markers = new MarkerCounts();

  final OutputCounts outputCounts = new OutputCounts();

  final FirstOf<UnreadLine> unread =
      new FirstOf<>(UNREAD, Comparator.comparing(line -> !line.mayHoldText()));
  final FirstOf<ShownFinding> compact = new FirstOf<>(COMPACT, ShownFinding.ORDER);
  final FirstOf<ShownFinding> full = new FirstOf<>(FULL, ShownFinding.ORDER, this::tooMany);

  private final Map<WorkKey, CoverageStrip> strips = new HashMap<>();
  private final Map<WorkKey, String> anchors = new HashMap<>();

  /** A work's name within a run. */
  record WorkKey(String catalogue, String id) {
    static WorkKey of(WorkRow work) {
      return new WorkKey(work.catalogue(), work.workId());
    }

    static WorkKey of(FindingLine finding) {
      return new WorkKey(finding.work().catalogue(), finding.work().id());
    }
  }

  private ReportContent(Manifest manifest, Calibration calibration) {
    this.manifest = manifest;
    this.calibration = calibration;
  }

  /** Goes through each of the run's lists once. */
  static ReportContent read(RunReader run) throws IOException {
    ReportContent content = new ReportContent(run.manifest(), run.calibration());
    try (Stream<WorkRow> works = run.works()) {
      works.forEach(work -> (work.findings() > 0 ? content.found : content.notFound).add(work));
    }
    content.found.list().forEach(content::prepareStrip);
    try (Stream<FindingLine> findings = run.findings()) {
      findings.forEach(content::add);
    }
    content.fullByWork().keySet().forEach(content::prepareAnchor);
    try (Stream<CopyRow> copies = run.copies()) {
      copies.forEach(content.copies::add);
    }
    try (Stream<OutputRow> outputs = run.outputs()) {
      outputs.forEach(content::add);
    }
    try (Stream<MarkerRow> markers = run.markers()) {
      markers.forEach(content.markers::add);
    }
    try (Stream<ConditionLine> conditions = run.conditions()) {
      conditions.forEach(content.conditions::add);
    }
    try (Stream<UnreadLine> unread = run.unread()) {
      unread.forEach(content.unread::add);
    }
    return content;
  }

  /** The strip of a work; null if it is beyond the works shown or has no edition. */
  CoverageStrip strip(WorkKey work) {
    return strips.get(work);
  }

  /** The place of a work's findings on the page; null if it has none there. */
  String anchor(WorkKey work) {
    return anchors.get(work);
  }

  /** The findings shown in full by work, both in the order in which they are shown. */
  Map<WorkKey, List<ShownFinding>> fullByWork() {
    Map<WorkKey, List<ShownFinding>> groups = new LinkedHashMap<>();
    found.list().forEach(work -> groups.put(WorkKey.of(work), new ArrayList<>()));
    for (ShownFinding row : full.list()) {
      groups.computeIfAbsent(WorkKey.of(row.finding()), key -> new ArrayList<>()).add(row);
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private void prepareStrip(WorkRow work) {
    if (work.editionId() != null && work.editionWords() > 0) {
      strips.put(WorkKey.of(work), new CoverageStrip(work.editionId(), work.editionWords()));
    }
  }

  private void prepareAnchor(WorkKey work) {
    anchors.put(work, "work-" + (anchors.size() + 1));
  }

  private void add(OutputRow row) {
    outputs.add(row);
    outputCounts.add(row);
  }

  private void add(FindingLine finding) {
    CoverageStrip strip = strips.get(WorkKey.of(finding));
    if (strip != null) {
      strip.add(finding);
    }
    full.add(ShownFinding.of(finding, full.total()));
  }

  private void tooMany(ShownFinding row) {
    compact.add(row.withoutPassages());
  }

  private static Comparator<WorkRow> worksOrder() {
    return Comparator.<WorkRow>comparingInt(work -> GradeOrder.rank(work.grade()))
        .thenComparing(WorkRow::unionCoverage, Comparator.nullsLast(Comparator.reverseOrder()))
        .thenComparing(WorkRow::exactWords, Comparator.nullsLast(Comparator.reverseOrder()));
  }
}
