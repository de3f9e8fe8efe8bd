package dev.bookplate.evidence;

import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** The files that a merge writes, open. */
final class MergeOutput implements Closeable {
  private final Path folder;
  private final Closer closer = Closer.create();
  private final Writer findings;
  private final Writer unread;
  private final Writer conditions;
  private Writer candidates;
  private final CsvTable.Rows<FindingRow> findingRows;
  private final CsvTable.Rows<CopyRow> copyRows;
  private final CsvTable.Rows<MarkerRow> markerRows;
  private CsvTable.Rows<OutputRow> outputRows;

  MergeOutput(Path folder) throws IOException {
    this.folder = folder;
    this.findings = open(RunFiles.FINDINGS);
    this.unread = open(RunFiles.UNREAD);
    this.conditions = open(RunFiles.CONDITIONS);
    this.findingRows =
        closer.register(new CsvTable<>(FindingRow.class).write(open(RunFiles.FINDINGS_CSV)));
    this.copyRows = closer.register(new CsvTable<>(CopyRow.class).write(open(RunFiles.COPIES)));
    this.markerRows =
        closer.register(new CsvTable<>(MarkerRow.class).write(open(RunFiles.MARKERS)));
  }

  void marker(MarkerRow marker) {
    markerRows.add(marker);
  }

  void finding(FindingLine finding) throws IOException {
    findings.append(RunJson.line(finding)).append('\n');
    findingRows.add(FindingRow.of(finding));
  }

  void copy(CopyRow copy) {
    copyRows.add(copy);
  }

  void unread(UnreadLine line) throws IOException {
    unread.append(RunJson.line(line)).append('\n');
  }

  void condition(ConditionLine line) throws IOException {
    conditions.append(RunJson.line(line)).append('\n');
  }

  /** The file is only there where a model's completion was searched. */
  void output(OutputRow row) throws IOException {
    if (outputRows == null) {
      outputRows = closer.register(new CsvTable<>(OutputRow.class).write(open(RunFiles.OUTPUTS)));
    }
    outputRows.add(row);
  }

  /** Opens the file with the first one: a run has it only where it was asked for. */
  void candidate(CandidateLine line) throws IOException {
    candidates = candidates == null ? open(RunFiles.CANDIDATES) : candidates;
    candidates.append(RunJson.line(line)).append('\n');
  }

  /** Writes the whole of works.csv. */
  void works(Stream<WorkRow> rows) throws IOException {
    try (CsvTable.Rows<WorkRow> out = new CsvTable<>(WorkRow.class).write(open(RunFiles.WORKS))) {
      Iterator<WorkRow> each = rows.iterator();
      while (each.hasNext()) {
        out.add(each.next());
      }
    }
  }

  @Override
  public void close() throws IOException {
    closer.close();
  }

  private Writer open(String name) throws IOException {
    return closer.register(Files.newBufferedWriter(folder.resolve(name)));
  }
}
