package dev.bookplate.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the tables and counts of a run again from its findings and lists, and compares. */
final class ContentCheck {
  private final RunReader run;
  private final Manifest manifest;
  private final Verification result;
  private final Map<String, Long> grades = new HashMap<>();
  private final Map<String, Long> findingsOfWorks = new HashMap<>();

  ContentCheck(RunReader run, Verification result) {
    this.run = run;
    this.manifest = run.manifest();
    this.result = result;
  }

  void check(List<SoughtWork> works) throws IOException {
    ledger();
    Path again = Files.createTempDirectory("bookplate-verify");
    try {
      long copies = tables(works, again);
      expect("counts.copies", manifest.counts().copies(), copies);
      for (Map.Entry<String, Long> grade : manifest.counts().findings().entrySet()) {
        expect(
            "counts.findings." + grade.getKey(),
            grade.getValue(),
            grades.getOrDefault(grade.getKey(), 0L));
      }
      same(RunFiles.FINDINGS_CSV, again);
      same(RunFiles.COPIES, again);
      if (works == null) {
        works();
      } else {
        same(RunFiles.WORKS, again);
      }
    } finally {
      FileTrees.delete(again);
    }
    lists();
  }

  /** Every record seen was read, skipped for a reason or failed: for each file and in all. */
  private void ledger() {
    Manifest.Counts counts = manifest.counts();
    long seen = 0;
    long read = 0;
    long skipped = 0;
    long failed = 0;
    long textBytes = 0;
    long bytes = 0;
    for (Manifest.Input input : manifest.inputs()) {
      String place = "inputs, " + input.corpus() + "/" + input.path() + ", ";
      expect(place + "seen", input.seen(), input.read() + input.skipped() + input.failed());
      expect(place + "skipped", input.skipped(), sum(input.reasons()));
      seen += input.seen();
      read += input.read();
      skipped += input.skipped();
      failed += input.failed();
      textBytes += input.textBytes();
      bytes += input.size() == null ? 0 : input.size();
    }
    expect("counts.files", counts.files(), manifest.inputs().size());
    expect("counts.bytes", counts.bytes(), bytes);
    expect("counts.seen", counts.seen(), seen);
    expect("counts.read", counts.read(), read);
    expect("counts.skipped", sum(counts.skipped()), skipped);
    expect("counts.failed", counts.failed(), failed);
    expect("counts.textBytes", counts.textBytes(), textBytes);
    result.checked(
        "the ledger",
        manifest.inputs().size() + " inputs, " + seen + " records seen, read, skipped and failed");
  }

  /** Rows of copies. */
  private long tables(List<SoughtWork> works, Path again) throws IOException {
    WorkTallies tallies = works == null ? null : new WorkTallies(works);
    Copies copies = new Copies();
    CanonicalOrder order = new CanonicalOrder();
    Map<InputFile, String> inputs = new HashMap<>();
    manifest.inputs().forEach(i -> inputs.put(i.file(), i.sha256()));
    long line = 0;
    try (MergeOutput out = new MergeOutput(again);
        Stream<FindingLine> findings = run.findings()) {
      for (Iterator<FindingLine> each = findings.iterator(); each.hasNext(); ) {
        FindingLine finding = each.next();
        line++;
        finding(finding, line, inputs);
        inOrder(order, finding, line);
        out.finding(finding);
        if (Copies.isCopy(finding)) {
          out.copy(copies.row(finding));
        }
        if (tallies != null) {
          tallies.add(finding);
        }
      }
      if (tallies != null) {
        out.works(tallies.rows());
      }
    } catch (IllegalStateException e) {
      problem(RunFiles.FINDINGS, "line " + line, e.getMessage());
    }
    result.checked(
        RunFiles.FINDINGS, line + " findings: order, ids, keys, inputs, counts by grade");
    return copies.count();
  }

  private void inOrder(CanonicalOrder order, FindingLine finding, long line) {
    try {
      order.next(finding);
    } catch (IllegalStateException e) {
      problem(RunFiles.FINDINGS, "line " + line, e.getMessage());
    }
  }

  private void finding(FindingLine finding, long line, Map<InputFile, String> inputs) {
    grades.merge(finding.grade(), 1L, Long::sum);
    findingsOfWorks.merge(work(finding.work().catalogue(), finding.work().id()), 1L, Long::sum);
    String place = "line " + line + ", finding " + finding.id() + ", ";
    String id = FindingLines.id(finding.document(), finding.work(), finding.passages());
    if (!id.equals(finding.id())) {
      problem(RunFiles.FINDINGS, place + "id", "what the line says gives the id " + id);
    }
    String text = finding.document().textSha256();
    if (text != null && !FindingLines.key(text, finding.work()).equals(finding.key())) {
      problem(RunFiles.FINDINGS, place + "key", "what the line says gives another key");
    }
    FindingLine.DocumentLine document = finding.document();
    String input = inputs.get(new InputFile(document.corpus(), document.path()));
    if (!Objects.equals(input, document.inputSha256())) {
      problem(
          RunFiles.FINDINGS,
          place + "document.inputSha256",
          "it is " + document.inputSha256() + " and the manifest has " + input);
    }
  }

  private static String work(String catalogue, String id) {
    return catalogue + "\n" + id;
  }

  /** What can be said of works.csv without the catalogues. */
  private void works() throws IOException {
    long rows = 0;
    long found = 0;
    try (Stream<WorkRow> works = run.works()) {
      for (Iterator<WorkRow> each = works.iterator(); each.hasNext(); ) {
        WorkRow row = each.next();
        rows++;
        found += row.findings() > 0 ? 1 : 0;
        long there = findingsOfWorks.getOrDefault(work(row.catalogue(), row.workId()), 0L);
        if (there != row.findings()) {
          problem(
              RunFiles.WORKS,
              "row of work " + row.workId() + ", findings",
              "it says " + row.findings() + " and findings.jsonl has " + there);
        }
      }
    } catch (UncheckedIOException e) {
      otherForm(RunFiles.WORKS);
      return;
    }
    expect("counts.works", manifest.counts().works(), rows);
    expect("counts.worksFound", manifest.counts().worksFound(), found);
    result.checked(RunFiles.WORKS, rows + " rows: findings of each work");
    result.notChecked(
        RunFiles.WORKS + ", its other columns", "they need the catalogues: name them");
  }

  private void same(String name, Path again) throws IOException {
    Path file = run.folder().resolve(name);
    if (Files.mismatch(file, again.resolve(name)) < 0) {
      result.checked(name, "made again of findings.jsonl: the same bytes");
      return;
    }
    try (CsvReader<CsvRecord> was = CsvReader.builder().ofCsvRecord(file);
        CsvReader<CsvRecord> is = CsvReader.builder().ofCsvRecord(again.resolve(name))) {
      compare(name, was.iterator(), is.iterator());
    }
  }

  private void compare(String name, Iterator<CsvRecord> was, Iterator<CsvRecord> is) {
    List<String> header = is.next().getFields();
    if (!was.hasNext() || !was.next().getFields().equals(header)) {
      otherForm(name);
      return;
    }
    result.checked(name, "made again of findings.jsonl: it is another one");
    while (was.hasNext() && is.hasNext()) {
      CsvRecord row = was.next();
      List<String> cells = is.next().getFields();
      for (int i = 0; i < cells.size(); i++) {
        String cell = i < row.getFieldCount() ? row.getField(i) : "";
        if (!cell.equals(cells.get(i))) {
          problem(
              name,
              "line " + row.getStartingLineNumber() + ", column " + header.get(i),
              "it is " + shown(cell) + " and findings.jsonl gives " + shown(cells.get(i)));
          return;
        }
      }
    }
    problem(name, "its end", "it has more rows, or fewer, than findings.jsonl gives");
  }

  private static String shown(String cell) {
    return '"' + (cell.length() > 80 ? cell.substring(0, 80) + "…" : cell) + '"';
  }

  private void otherForm(String name) {
    result.notChecked(
        name,
        "it has other columns than this version writes (made by "
            + manifest.tool().version()
            + "); its digest holds");
  }

  private void lists() throws IOException {
    Map<String, Long> skipped = new TreeMap<>();
    long failed = 0;
    long mayHoldText = 0;
    try (Stream<UnreadLine> unread = run.unread()) {
      for (Iterator<UnreadLine> each = unread.iterator(); each.hasNext(); ) {
        UnreadLine line = each.next();
        mayHoldText += line.mayHoldText() ? 1 : 0;
        if (line.outcome().equals(UnreadLine.FAILED)) {
          failed++;
        } else {
          skipped.merge(line.reason(), 1L, Long::sum);
        }
      }
    }
    same("counts.skipped", new TreeMap<>(manifest.counts().skipped()), skipped);
    expect("counts.failed", manifest.counts().failed(), failed);
    expect("counts.mayHoldText", manifest.counts().mayHoldText(), mayHoldText);
    result.checked(RunFiles.UNREAD, "lines by outcome and reason, against the counts");
    if (manifest.files().containsKey(RunFiles.CONDITIONS)) {
      Map<String, Long> conditions = new TreeMap<>();
      try (Stream<ConditionLine> lines = run.conditions()) {
        lines.forEach(l -> conditions.merge(l.condition(), 1L, Long::sum));
      }
      same("counts.conditions", new TreeMap<>(manifest.counts().conditions()), conditions);
      result.checked(RunFiles.CONDITIONS, "lines by condition, against the counts");
    }
    if (manifest.counts().markers() != null) {
      Map<String, Long> markers = new TreeMap<>();
      try (Stream<MarkerRow> rows = run.markers()) {
        rows.filter(row -> row.documents() > 0)
            .forEach(row -> markers.merge(row.rule(), row.documents(), Long::sum));
      }
      same("counts.markers", new TreeMap<>(manifest.counts().markers().documents()), markers);
      result.checked(RunFiles.MARKERS, "documents by rule, against the counts");
    }
  }

  private void same(String place, Map<String, Long> said, Map<String, Long> there) {
    if (!said.equals(there)) {
      problem(RunFiles.MANIFEST, place, "it says " + said + " and the files have " + there);
    }
  }

  private void expect(String place, long said, long there) {
    if (said != there) {
      problem(
          RunFiles.MANIFEST,
          place,
          String.format(Locale.ROOT, "it says %d and the rest gives %d", said, there));
    }
  }

  private void problem(String file, String place, String what) {
    result.problem(new Problem(file, place, what));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
